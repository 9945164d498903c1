import type { UnitPlace } from '../../unit-places.js';
import { grouped } from './grouped.js';

/** A unit, and the units of the next level in that lie in it. */
export interface Nest<T> {
  readonly whole: T;
  readonly parts: readonly T[];
}

/** Units of several levels, one within the other, in the same wave. All responses of a unit lie in units of the next level in. */
export function nests<T>(all: readonly T[], placeOf: (item: T) => UnitPlace): readonly Nest<T>[] {
  const byLevel = grouped(all, (item) => placeOf(item).level);
  const depthOf = (items: readonly T[]) => {
    const [first] = items.map(placeOf);
    return first === undefined ? 0 : first.path.length + (first.response === undefined ? 0 : 1);
  };
  const levels = [...byLevel.values()].sort((one, other) => depthOf(one) - depthOf(other));
  return levels.flatMap((wholes, i): Nest<T>[] => {
    const inner = levels[i + 1];
    const [first] = wholes.map(placeOf);
    if (inner === undefined || first === undefined) return [];
    const depth = first.path.length;
    const keyOf = ({ wave, path }: UnitPlace) => JSON.stringify([wave, path.slice(0, depth)]);
    const parts = grouped(inner, (part) => keyOf(placeOf(part)));
    return wholes.flatMap((whole) => {
      const own = parts.get(keyOf(placeOf(whole)));
      return own === undefined ? [] : [{ whole, parts: own }];
    });
  });
}
