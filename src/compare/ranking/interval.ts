import { round } from '../../rubric/numerics.js';
import type { Ranking, Rounding } from '../../rubric/plan.js';

/** From where to where a figure could be, whatever was left unanswered. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A score with its low and high as ranks look at them. A figure for which these are not promised could be anywhere. */
export function intervalOf({ low, high }: Interval, { on }: Ranking, { digits, mode }: Rounding): Interval {
  const seen = (figure: number) => (on === 'rounded' ? round(figure, digits, mode) : figure);
  return {
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : seen(low),
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : seen(high),
  };
}

export function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
