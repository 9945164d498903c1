import { round } from '../../rubric/numerics.js';
import type { Ranking, Rounding } from '../../rubric/plan.js';
import type { Interval } from './interval.js';
import { clusters } from './overlap.js';

/**
 * Ranks of scores in descending order, in the order given; none for a score that is none.
 * `competition` 1, 2, 2, 4; `dense` 1, 2, 2, 3; `equals` 1, =2, =2, 4.
 */
export function ranks(
  scores: readonly number[],
  { on, ties }: Ranking,
  { digits, mode }: Rounding,
): readonly (string | undefined)[] {
  return inPlaces(
    scores.map((score) => (on === 'rounded' ? round(score, digits, mode) : score)),
    ties,
  );
}

/** The same, of units by their lows and highs: those that overlap, by themselves or through others, share a place. */
export function ranksOfClusters(
  intervals: readonly Interval[],
  { ties }: Pick<Ranking, 'ties'>,
): readonly (string | undefined)[] {
  return inPlaces(
    clusters(intervals).map((cluster) => -cluster),
    ties,
  );
}

function inPlaces(figures: readonly number[], ties: Ranking['ties']): readonly (string | undefined)[] {
  const counts = new Map<number, number>();
  for (const figure of figures) {
    if (!Number.isNaN(figure)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  }
  const places = new Map<number, string>();
  let place = 1;
  for (const figure of [...counts.keys()].sort((a, b) => b - a)) {
    const count = counts.get(figure) ?? 0;
    places.set(figure, ties === 'equals' && count > 1 ? `=${place}` : String(place));
    place += ties === 'dense' ? 1 : count;
  }
  return figures.map((figure) => places.get(figure));
}
