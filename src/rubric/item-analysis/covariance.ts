/** Collects means and covariances of cases as they come, without keeping the cases. */
export interface CovarianceSums {
  readonly add: (values: ArrayLike<number>) => void;
  readonly finish: () => Covariances;
}

export interface Covariances {
  /** How many cases there were. */
  readonly cases: number;
  /** The sample covariance of two variables, by n − 1; NaN for fewer than two cases. */
  readonly between: (a: number, b: number) => number;
}

/**
 * Covariances of so many variables, by deviations from the running means (B. P. Welford, “Note on a method for calculating
 * corrected sums of squares and products”, Technometrics 4 (1962), 419–420), which loses no digits to large means.
 */
export function covarianceSums(variables: number): CovarianceSums {
  const means = new Float64Array(variables);
  const products = new Float64Array(variables * variables);
  const before = new Float64Array(variables);
  let cases = 0;
  return {
    add: (values) => {
      cases += 1;
      for (let i = 0; i < variables; i += 1) {
        const deviation = (values[i] ?? Number.NaN) - (means[i] ?? 0);
        before[i] = deviation;
        means[i] = (means[i] ?? 0) + deviation / cases;
      }
      for (let i = 0; i < variables; i += 1) {
        for (let j = 0; j < variables; j += 1) {
          const at = i * variables + j;
          const after = (values[j] ?? Number.NaN) - (means[j] ?? 0);
          products[at] = (products[at] ?? 0) + (before[i] ?? 0) * after;
        }
      }
    },
    finish: () => ({
      cases,
      between: (a, b) => (cases < 2 ? Number.NaN : (products[a * variables + b] ?? Number.NaN) / (cases - 1)),
    }),
  };
}
