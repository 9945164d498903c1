import type { Range } from '../range.js';

/** How the scores of children become the score of their parent. */
export interface CombiningMethod {
  readonly name: string;
  /** One sentence for the reference, with the formula. */
  readonly describe: string;
  /**
   * The combined score of the first `n` children, which all have a score and a weight above 0, in file order; NaN where
   * there is none.
   * `ranges` are the children's possible ranges, where the method says that it reads them.
   */
  readonly combine: (
    scores: ArrayLike<number>,
    weights: ArrayLike<number>,
    n: number,
    ranges: readonly Range[],
  ) => number;
  /** The formula with the figures of the children that count put in; recomputing it gives `combine`, up to the last bits. */
  readonly arithmetic: (children: readonly CountedChild[]) => string;
  /** What part each of the children that count has in the result. */
  readonly parts: (children: readonly CountedChild[]) => readonly Part[];
  readonly readsRanges?: boolean;
  /** What `combine` can give, over everything that children of these ranges can be. */
  readonly range: (children: readonly RangedChild[]) => Range;
  /** Needs children that cannot go below 0. */
  readonly needsNonNegative?: boolean;
}

/** A child that has a score. */
export interface CountedChild {
  readonly score: number;
  readonly weight: number;
  readonly range: Range;
}

/** What a child does to the result: its share of all weights, what it adds, or whether it is the one that was picked. */
export type Part =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'choice'; readonly picked: boolean };

/** A child as it is known before any answer. */
export interface RangedChild {
  readonly weight: number;
  readonly range: Range;
  /** Whether it may have no score at all, and so not count. */
  readonly optional: boolean;
}
