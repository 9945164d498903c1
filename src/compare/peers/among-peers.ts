import type { Plan, Slotted } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import { type RankOptions, ranksOf } from '../ranking/places.js';
import type { PeerSet } from './peers.js';
import { type ScoreSpread, spreadOf } from './spread-of.js';

/** How a unit's figure stands among those of its peers: what these that have a score come to, and where it stands. */
export interface AmongPeers extends ScoreSpread {
  /** Those that have none: they are in none of the figures. */
  readonly unscored: number;
  /** Its score less the peers' median, and less the highest of them; NaN where one is missing. */
  readonly toMedian: number;
  readonly toBest: number;
  /** Its place among its peers and itself, ties marked as the rubric says. */
  readonly place: string | undefined;
}

/** How the units stand by one figure; what stands in `sets` belongs to the unit at the same place. */
export function amongPeers(
  units: readonly Unit[],
  sets: readonly (PeerSet | undefined)[],
  { slot }: Pick<Slotted, 'slot'>,
  plan: Plan,
  options: RankOptions,
): readonly (AmongPeers | undefined)[] {
  const scoreOf = (at: number) => units[at]?.card.scores[slot] ?? Number.NaN;
  const rank = (members: readonly number[]) => {
    const ranked = members.flatMap((member) => units[member] ?? []);
    const places = ranksOf(ranked, { slot }, plan, options);
    return new Map(members.map((member, i) => [member, places[i]]));
  };
  // Units of one kind have their peers in common: what is true of these is worked out once.
  const known = new Map<readonly number[], ReturnType<typeof summary>>();
  const summary = (members: readonly number[]) => ({
    spread: spreadOf(members.map(scoreOf)),
    places: rank(members),
  });
  return sets.map((set, at) => {
    if (set === undefined) return undefined;
    const { members, absent } = set;
    const { spread, places } = known.get(members) ?? summary(members);
    known.set(members, { spread, places });
    const score = scoreOf(at);
    return {
      ...spread,
      unscored: members.length - spread.scored + absent,
      toMedian: score - spread.median,
      toBest: score - spread.highest,
      place: (places.has(at) ? places : rank([at, ...members])).get(at),
    };
  });
}
