import { exceeds, reaches } from './numerics.js';
import type { Band, Threshold } from './plan.js';

/** Whether a score meets a threshold, at 15 significant digits. No score meets none. */
export function meets(score: number, { from, exclusive }: Threshold): boolean {
  return exclusive ? exceeds(score, from) : reaches(score, from);
}

/** The highest band that a score meets; none below the lowest, and none without a score. */
export function bandOf(score: number, bands: readonly Band[]): Band | undefined {
  if (Number.isNaN(score)) return undefined;
  for (let i = bands.length - 1; i >= 0; i--) {
    const band = bands[i];
    if (band !== undefined && meets(score, band)) return band;
  }
  return undefined;
}
