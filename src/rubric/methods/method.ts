import type { Range } from '../range.js';

/** How the scores of children become the score of their parent. */
export interface CombiningMethod {
  readonly name: string;
  /** One sentence for the reference, with the formula. */
  readonly describe: string;
  /**
   * The combined score of the first `n` children, which all have a score, in file order; NaN where there is none.
   * `ranges` are the children's possible ranges.
   */
  readonly combine: (
    scores: ArrayLike<number>,
    weights: ArrayLike<number>,
    n: number,
    ranges: readonly Range[],
  ) => number;
  /** What `combine` can give, over everything that children of these ranges can be. */
  readonly range: (children: readonly RangedChild[]) => Range;
  /** Needs children that cannot go below 0. */
  readonly needsNonNegative?: boolean;
}

/** A child as it is known before any answer. */
export interface RangedChild {
  readonly weight: number;
  readonly range: Range;
  /** Whether it may have no score at all, and so not count. */
  readonly optional: boolean;
}
