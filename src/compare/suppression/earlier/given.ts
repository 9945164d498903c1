import type { Relation } from '../knowledge.js';
import type { CountedCell } from '../reader/table-cells.js';

/** What stands in no table now, but did in one that was given out before. */
export function unseen({ at: _, ...cell }: CountedCell): CountedCell {
  return { ...cell, role: 'unseen' };
}

/** A figure as it was given out. */
export function givenCell(name: string, value: number): CountedCell {
  return {
    name: `${name}, given out before`,
    value,
    range: { min: value, max: value },
    limit: 0,
    loss: 1,
    people: 0,
    role: 'given',
  };
}

/**
 * Makes a figure known as it was given out: to withhold it would be of no use. What few can have said is mostly whole, so that who knows how
 * many they are makes the exact figure of the rounded one.
 */
export function given(now: number, cells: CountedCell[]): Relation {
  const current = cells[now];
  const { name = '', value = Number.NaN } = current ?? {};
  if (current !== undefined) cells[now] = { ...current, loss: Number.POSITIVE_INFINITY };
  const then = cells.length;
  cells.push(givenCell(name, value));
  const terms = [
    { cell: now, factor: 1 },
    { cell: then, factor: -1 },
  ];
  return { terms, low: 0, high: 0 };
}
