import type { Known, ShownAnswer, ShownBand } from '../derivation/derivation-tree.js';

/** What would bring a figure into the next band up, or why there is nothing to say. */
export type NextBand =
  | { readonly kind: 'changes'; readonly band: ShownBand; readonly changes: readonly AnswerChange[] }
  | { readonly kind: 'no_single_change' | 'not_searched'; readonly band: ShownBand }
  | { readonly kind: 'no_bands' | 'no_score' | 'highest' };

/** One changed answer, all others staying as they are. */
export interface AnswerChange {
  /** The response whose answer it is, where several are below. */
  readonly response: string | null;
  readonly question: string;
  readonly title: string;
  readonly from: ShownAnswer;
  readonly to: ShownAnswer;
  /** How far it is from one answer to the other, in steps of the scale. */
  readonly steps: number;
  /** What the figure would be, and the same rounded. */
  readonly score: Known;
  readonly rounded: Known;
  readonly band: ShownBand;
}
