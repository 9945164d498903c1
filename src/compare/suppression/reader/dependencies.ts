/** A figure as a sum of others that are independent of one another, by their keys. */
export type Combination = ReadonlyMap<number, number>;

/** Figures that add up to nothing: `Σ factor × figure = 0`, by the figures' places. */
export type Dependency = readonly { readonly of: number; readonly factor: number }[];

/** What is smaller, beside the largest factor of its figure, is an error of rounding. */
const nought = 1e-9;

/**
 * Every linear dependency among figures, one for each that follows from those before it: Gaussian elimination, with the way
 * back kept.
 */
export function dependencies(figures: readonly Combination[]): readonly Dependency[] {
  const rows: { readonly pivot: number; readonly sums: Combination; readonly made: Combination }[] = [];
  const result: Dependency[] = [];
  for (const [i, figure] of figures.entries()) {
    let sums = figure;
    let made: Combination = new Map([[i, 1]]);
    for (const row of rows) {
      const factor = sums.get(row.pivot) ?? 0;
      if (factor === 0) continue;
      sums = minus(sums, factor, row.sums);
      made = minus(made, factor, row.made);
    }
    const scale = Math.max(0, ...[...figure.values()].map(Math.abs));
    const [pivot, most] = [...sums].reduce(
      (best, entry) => (Math.abs(entry[1]) > Math.abs(best[1]) ? entry : best),
      [-1, 0],
    );
    if (Math.abs(most) > nought * scale) {
      const times = (sum: Combination) => new Map([...sum].map(([key, value]) => [key, value / most]));
      rows.push({ pivot, sums: times(sums), made: times(made) });
    } else if (made.size > 1) result.push([...made].map(([of, factor]) => ({ of, factor })));
  }
  return result;
}

function minus(from: Combination, factor: number, sums: Combination): Combination {
  const result = new Map(from);
  for (const [key, value] of sums) {
    const left = (result.get(key) ?? 0) - factor * value;
    if (Math.abs(left) <= nought * Math.abs(factor * value)) result.delete(key);
    else result.set(key, left);
  }
  return result;
}
