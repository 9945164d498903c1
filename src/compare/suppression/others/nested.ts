import { grouped } from '../../grouped.js';
import type { UnitPlace } from '../../unit-places.js';

/** A row, and those of the next level in that stand under it. */
export interface Nest<T> {
  readonly whole: T;
  readonly parts: readonly T[];
}

/**
 * Rows of several levels, one within the other, in the same wave: units, groups of them, and all there are. All responses of a row
 * are in rows of the next level in, each in one.
 */
export function nests<T>(all: readonly T[], placeOf: (item: T) => UnitPlace): readonly Nest<T>[] {
  const byLevel = grouped(all, (item) => placeOf(item).level);
  const depthOf = (items: readonly T[]) => {
    const [first] = items.map(placeOf);
    return first === undefined ? 0 : depthIn(first);
  };
  const levels = [...byLevel.values()].sort((one, other) => depthOf(one) - depthOf(other));
  return levels.flatMap((wholes, i): Nest<T>[] => {
    const inner = levels[i + 1];
    const [first] = wholes.map(placeOf);
    if (inner === undefined || first === undefined) return [];
    const depth = first.path.length;
    const ids = Object.keys(first.groups ?? {});
    const keyOf = ({ wave, path, groups = {} }: UnitPlace) =>
      JSON.stringify([wave, path.slice(0, depth), ids.map((id) => groups[id])]);
    const parts = grouped(inner, (part) => keyOf(placeOf(part)));
    return wholes.flatMap((whole) => {
      const own = parts.get(keyOf(placeOf(whole)));
      return own === undefined ? [] : [{ whole, parts: own }];
    });
  });
}

/** Each key within another adds to it: a name, a group, or the response. */
function depthIn({ path, groups = {}, response }: UnitPlace): number {
  return path.length + Object.keys(groups).length + (response === undefined ? 0 : 1);
}
