import { quantile } from './quantile.js';

/** How the scores that there are lie: how many, and where; NaN where there are none. */
export interface ScoreSpread {
  readonly scored: number;
  readonly lowest: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly highest: number;
}

/** Of scores that are not rounded; those that are NaN are none. */
export function spreadOf(scores: readonly number[]): ScoreSpread {
  const sorted = scores.filter((score) => !Number.isNaN(score)).toSorted((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  return {
    scored: sorted.length,
    lowest: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    highest: at(1),
  };
}
