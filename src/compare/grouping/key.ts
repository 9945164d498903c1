import type { UnitPlace } from '../unit-places.js';
import type { Attribute } from './attribute.js';

/** What the rows of a table stand for, one within the other. */
export type Key =
  /** A unit field; `depth` counts unit fields from 1, the outermost. */
  | { readonly kind: 'unit'; readonly id: string; readonly title: string; readonly depth: number }
  | { readonly kind: 'attribute'; readonly id: string; readonly title: string; readonly attribute: Attribute }
  | { readonly kind: 'response'; readonly id: 'response'; readonly title: string };

/** Outer unit fields before inner ones, in the places that unit fields have; responses last. */
export function orderKeys(keys: readonly Key[]): readonly Key[] {
  const units = keys
    .filter((key) => key.kind === 'unit')
    .sort((a, b) => a.depth - b.depth)
    .values();
  const inOrder = keys.flatMap((key): Key[] => {
    if (key.kind === 'response') return [];
    if (key.kind === 'attribute') return [key];
    const { value } = units.next();
    return value === undefined ? [] : [value];
  });
  return [...inOrder, ...keys.filter(({ kind }) => kind === 'response').slice(0, 1)];
}

/** What a row is called under each key, down to its own. */
export function trailOf(unit: UnitPlace, keys: readonly Key[]): readonly string[] {
  const own = keys.findIndex(({ id }) => id === unit.level);
  return keys.slice(0, own + 1).map((key) => stepOf(unit, key));
}

function stepOf(unit: UnitPlace, key: Key): string {
  switch (key.kind) {
    case 'unit':
      return JSON.stringify(unit.path.slice(0, key.depth));
    case 'attribute':
      return unit.groups?.[key.id] ?? '';
    case 'response':
      return JSON.stringify([unit.path, unit.response]);
  }
}

/** The unit fields among what rows stand for, and `response`. */
export function levelsOf(keys: readonly Key[]): readonly string[] {
  return keys.filter(({ kind }) => kind !== 'attribute').map(({ id }) => id);
}
