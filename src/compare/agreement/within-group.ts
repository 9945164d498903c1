/** How far ratings of one thing on a scale of levels agree. Levels are counted by their place on the scale, from 1. */
export interface WithinGroup {
  /** Ratings. */
  readonly n: number;
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  /** With n − 1; none of a single rating. */
  readonly standardDeviation: number | undefined;
  /**
   * r*wg*: 1 where all agree, 0 where they spread as if levels were drawn by lot, below 0 where they split further. None of a
   * single rating, and none on a scale of one level.
   */
  readonly rwg: number | undefined;
}

/**
 * Agreement within a group about one item: r*wg* = 1 − s² / σ²*EU*, s² being the variance of the ratings with n − 1, and
 * σ²*EU* = (A² − 1) / 12 that of A levels drawn by lot (L. R. James, R. G. Demaree, G. Wolf, "Estimating within-group
 * interrater reliability with and without response bias", Journal of Applied Psychology 69 (1984), 85–98). Values below 0
 * are kept, as in M. K. Lindell, C. J. Brandt, D. J. Whitney, "A revised index of interrater agreement for multi-item ratings
 * of a single target", Applied Psychological Measurement 23 (1999), 127–135. Nothing of no ratings.
 *
 * @param counts how often each level was chosen, lowest first; there are as many as the scale has levels
 */
export function withinGroup(counts: ArrayLike<number>): WithinGroup | undefined {
  const levels = counts.length;
  let n = 0;
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  for (let place = 1; place <= levels; place += 1) {
    const count = counts[place - 1] ?? 0;
    if (count === 0) continue;
    if (n === 0) lowest = place;
    highest = place;
    n += count;
    sum += count * place;
  }
  if (n === 0) return undefined;
  const mean = sum / n;
  let squares = 0;
  for (let place = lowest; place <= highest; place += 1) {
    squares += (counts[place - 1] ?? 0) * (place - mean) ** 2;
  }
  const variance = n === 1 ? undefined : squares / (n - 1);
  return {
    n,
    lowest,
    highest,
    mean,
    standardDeviation: variance === undefined ? undefined : Math.sqrt(variance),
    rwg: variance === undefined || levels < 2 ? undefined : 1 - variance / ((levels ** 2 - 1) / 12),
  };
}

/** How many ratings there are, by how often each level was chosen. */
export function ratingsIn(counts: ArrayLike<number>): number {
  let n = 0;
  for (let place = 0; place < counts.length; place += 1) n += counts[place] ?? 0;
  return n;
}
