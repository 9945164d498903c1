import type { Ranking } from '../../rubric/plan.js';
import type { Interval } from './interval.js';

/** The best and the worst place that a unit can take, 1 being the best. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/**
 * For each unit the best and the worst place consistent with every figure lying between its low and its high. Those surely
 * above are always before it; those possibly above may be. Under `dense` ties, places count different figures above: at best
 * as few as can take in all that are surely above, at worst one for each that is free to differ.
 */
export function rankIntervals(
  intervals: readonly Interval[],
  { ties }: Pick<Ranking, 'ties'>,
): readonly RankInterval[] {
  if (ties === 'dense') return intervals.map((own, at) => denseInterval(own, others(intervals, at)));
  const lows = intervals.map(({ low }) => low).sort((a, b) => a - b);
  const highs = intervals.map(({ high }) => high).sort((a, b) => a - b);
  return intervals.map(({ low, high }) => ({
    best: 1 + countAbove(lows, high),
    // Its own high is among those above its low, unless they are one.
    worst: 1 + countAbove(highs, low) - (high > low ? 1 : 0),
  }));
}

function others(intervals: readonly Interval[], at: number): readonly Interval[] {
  return intervals.filter((_, i) => i !== at);
}

function denseInterval({ low, high }: Interval, rest: readonly Interval[]): RankInterval {
  const surely = rest.filter((other) => other.low > high).sort((a, b) => a.high - b.high);
  let fewest = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const other of surely) {
    if (other.low <= reached) continue;
    fewest += 1;
    reached = other.high;
  }
  const possibly = rest.filter((other) => other.high > low);
  const fixed = new Set(possibly.filter((other) => other.low === other.high).map((other) => other.low));
  const free = possibly.filter((other) => other.low < other.high).length;
  return { best: 1 + fewest, worst: 1 + fixed.size + free };
}

/** How many of them, in ascending order, are above a figure. */
function countAbove(sorted: readonly number[], figure: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? figure) > figure) to = middle;
    else from = middle + 1;
  }
  return sorted.length - from;
}
