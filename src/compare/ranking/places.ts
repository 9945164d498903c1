import type { Plan, Slotted } from '../../rubric/plan.js';
import { everyUnit, type Unit } from '../comparison.js';
import { type Interval, intervalOf } from './interval.js';
import { overlapMarks } from './overlap.js';
import { ranks, ranksOfClusters } from './rank.js';
import { type RankInterval, rankIntervals } from './rank-interval.js';

/** A unit's place by one figure, among those of its level and wave that have a score. */
export interface Place extends RankInterval {
  /** Its rank, ties marked as the rubric says. */
  readonly rank: string;
  /** Letters that it shares with those that it cannot be told from. */
  readonly overlap: string | undefined;
  /** How many are ranked. */
  readonly ranked: number;
}

/** `strict`: units that are not distinguishable share a place. */
export interface RankOptions {
  readonly strict: boolean;
}

/** The places of units by one figure, in the order given; none for those without a score, nor for the row of every unit. */
export function placesOf(
  units: readonly Unit[],
  { slot }: Pick<Slotted, 'slot'>,
  plan: Plan,
  { strict }: RankOptions,
): readonly (Place | undefined)[] {
  const scoreOf = (at: number) => units[at]?.card.scores[slot] ?? Number.NaN;
  const places = new Array<Place | undefined>(units.length).fill(undefined);
  for (const group of rankedTogether(units)) {
    const members = group.filter((at) => !Number.isNaN(scoreOf(at)));
    const ranked = members.flatMap((at) => units[at] ?? []);
    const intervals = ranked.map((unit) => boundsOf(unit, slot, plan));
    const reach = rankIntervals(intervals, plan.ranking);
    const marks = overlapMarks(intervals);
    const given = ranksOf(ranked, { slot }, plan, { strict });
    for (const [i, at] of members.entries()) {
      const [rank, interval] = [given[i], reach[i]];
      if (rank === undefined || interval === undefined) continue;
      places[at] = { rank, ...interval, overlap: marks[i], ranked: members.length };
    }
  }
  return places;
}

/** The ranks of units that are ranked with each other; none for those without a score. */
export function ranksOf(
  units: readonly Unit[],
  { slot }: Pick<Slotted, 'slot'>,
  plan: Plan,
  { strict }: RankOptions,
): readonly (string | undefined)[] {
  const scores = units.map(({ card }) => card.scores[slot] ?? Number.NaN);
  if (!strict) return ranks(scores, plan.ranking, plan.rounding);
  const scored = units.filter((_, at) => !Number.isNaN(scores[at]));
  const given = ranksOfClusters(
    scored.map((unit) => boundsOf(unit, slot, plan)),
    plan.ranking,
  ).values();
  return scores.map((score) => (Number.isNaN(score) ? undefined : given.next().value));
}

function boundsOf({ card }: Unit, slot: number, { ranking, rounding }: Plan): Interval {
  const low = card.low[slot] ?? Number.NaN;
  const high = card.high[slot] ?? Number.NaN;
  return intervalOf({ low, high }, ranking, rounding);
}

/** The units of one level and wave, by their places in the list. */
function rankedTogether(units: readonly Unit[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, { level, wave }] of units.entries()) {
    if (level === everyUnit) continue;
    const key = `${level}\n${wave}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  return groups.values();
}
