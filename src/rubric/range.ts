import { exceeds, reaches } from './numerics.js';

/** The lowest and the highest a score can be. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export function hull(ranges: readonly Range[]): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const range of ranges) {
    min = Math.min(min, range.min);
    max = Math.max(max, range.max);
  }
  return { min, max };
}

/** A score turned round within its range. */
export function turn(score: number, { min, max }: Range): number {
  return min + max - score;
}

/** Whether a score lies in a range, at 15 significant digits. */
export function isWithin(score: number, { min, max }: Range): boolean {
  return reaches(score, min) && !exceeds(score, max);
}

/** A score moved linearly from one range to another. */
export function rescale(score: number, from: Range, to: Range): number {
  // The formula can miss the end by the last bit.
  if (score === from.max) return to.max;
  return to.min + ((score - from.min) / (from.max - from.min)) * (to.max - to.min);
}
