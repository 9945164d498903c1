import type { Plan } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { isLinear } from './child-shares.js';
import type { Measure } from './shown-table.js';

/** What rows are made of in the end: responses, and units whose figure is no sum of others; those that count alike in all rows are one. */
export interface Alike {
  /** By its place, all members of a set. */
  readonly sets: readonly (readonly Unit[])[];
  readonly setOf: (part: Unit) => number | undefined;
  /** Whether a unit's parts stand in no other. */
  readonly isApart: (unit: Unit) => boolean;
}

/**
 * Parts count alike in all rows where they stand in the same units, rolled up as often as they are for rows, with the same weight.
 */
export function alikeParts(rows: readonly Unit[], measure: Measure, plan: Plan): Alike {
  const ids = new Map<Unit, number>();
  const keys = new Map<Unit, string>();
  const visit = (unit: Unit): void => {
    if (ids.has(unit) || !isSum(unit, measure, plan)) return;
    const id = ids.size;
    ids.set(unit, id);
    for (const [i, child] of unit.children.entries()) {
      if (isSum(child, measure, plan)) visit(child);
      else keys.set(child, `${keys.get(child) ?? ''} ${id}:${unit.weights[i] ?? 0}`);
    }
  };
  for (const row of rows) visit(row);
  const sets: Unit[][] = [];
  const byKey = new Map<string, number>();
  const places = new Map<Unit, number>();
  for (const [part, key] of keys) {
    // What is no response is no part of a crowd.
    const own = part.response === undefined ? undefined : byKey.get(key);
    const place = own ?? sets.length;
    if (own === undefined) {
      sets.push([]);
      if (part.response !== undefined) byKey.set(key, place);
    }
    sets[place]?.push(part);
    places.set(part, place);
  }
  const apart = new Map<Unit, boolean>();
  const isApart = (unit: Unit): boolean => {
    const own = ids.get(unit);
    return unit.children.every((child, i) => keys.get(child) === ` ${own}:${unit.weights[i] ?? 0}`);
  };
  return {
    sets,
    setOf: (part) => places.get(part),
    isApart: (unit) => {
      // It is asked for every node anew.
      const known = apart.get(unit) ?? isApart(unit);
      apart.set(unit, known);
      return known;
    },
  };
}

/** Whether a unit's figure is looked into, as a sum of others. */
export function isSum(unit: Unit, measure: Measure, plan: Plan): boolean {
  return unit.response === undefined && isLinear(unit, measure, plan);
}
