import { everyUnit } from '../../../compare/comparison.js';
import { ranks } from '../../../compare/ranking/rank.js';
import type { UnitChange } from '../../../compare/waves/change.js';
import type { Plan } from '../../../rubric/plan.js';
import type { TableCell } from '../../tables/table.js';
import { rankCell } from '../cells.js';
import { empty, number } from './cells.js';

/** The places of units by one slot in one of two waves, among those of their level, and how many have one. */
export function placesIn(
  plan: Plan,
  changes: readonly UnitChange[],
  wave: 'before' | 'after',
  isTold: (change: UnitChange, slot: number) => boolean,
): (change: UnitChange, slot: number | undefined) => readonly [place: TableCell, among: TableCell] {
  const bySlot = new Map<number, Places>();
  const placesAt = (slot: number): Places => {
    const levels = new Set(changes.flatMap((change) => change[wave]?.level ?? []));
    // Of all there is nothing is ahead.
    levels.delete(everyUnit);
    return new Map(
      [...levels].flatMap((level) => {
        const members = changes.filter((change) => change[wave]?.level === level);
        const scores = members.map((change) =>
          isTold(change, slot) ? (change[wave]?.scores[slot] ?? Number.NaN) : Number.NaN,
        );
        const places = ranks(scores, plan.ranking, plan.rounding);
        const among = places.filter((place) => place !== undefined).length;
        return members.map((change, i) => [change, { place: places[i], among }] as const);
      }),
    );
  };
  return (change, slot) => {
    if (slot === undefined) return [empty, empty];
    const places = bySlot.get(slot) ?? placesAt(slot);
    bySlot.set(slot, places);
    const { place, among } = places.get(change) ?? {};
    return [rankCell(place), number(among)];
  };
}

type Places = ReadonlyMap<UnitChange, { readonly place: string | undefined; readonly among: number }>;
