import type { Covariances } from './covariance.js';

/** How well some questions go together. */
export interface Reliability {
  /** Cronbach's alpha; none where the sum does not vary. */
  readonly alpha?: number;
  /** Of each question with the sum of the others; none where one of the two does not vary. */
  readonly itemRest: readonly (number | undefined)[];
}

/** Below this, a variance is what rounding left of none: scores run from 0 to 1. */
const none = 1e-12;

/**
 * Cronbach's alpha, k/(k − 1) × (1 − Σ s²ᵢ / s²), with s²ᵢ the variance of each of k questions and s² that of their sum
 * (Lee J. Cronbach, “Coefficient alpha and the internal structure of tests”, Psychometrika 16 (1951), 297–334); and for
 * each question its correlation with the sum of the others (the corrected item-total correlation), all from covariances:
 * the variance of a sum is the sum of all covariances in it.
 */
export function reliability({ between }: Covariances, questions: number): Reliability {
  const all = Array.from({ length: questions }, (_, i) => i);
  const withAll = all.map((i) => all.reduce((sum, j) => sum + between(i, j), 0));
  const variances = all.map((i) => between(i, i));
  const total = withAll.reduce((sum, each) => sum + each, 0);
  const ofQuestions = variances.reduce((sum, each) => sum + each, 0);
  const itemRest = all.map((i) => {
    const own = variances[i] ?? Number.NaN;
    const shared = withAll[i] ?? Number.NaN;
    const rest = total - 2 * shared + own;
    return own > none && rest > none ? (shared - own) / Math.sqrt(own * rest) : undefined;
  });
  if (!(total > none)) return { itemRest };
  return { alpha: (questions / (questions - 1)) * (1 - ofQuestions / total), itemRest };
}
