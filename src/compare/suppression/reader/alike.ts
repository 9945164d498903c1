import type { Plan } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { isLinear } from './child-shares.js';
import type { Measure } from './shown-table.js';

/** What rows are made of in the end: responses, and units whose figure is no sum of others; those that count alike in all rows are one. */
export interface Alike {
  /** The members of a set, by its place. */
  readonly membersOf: (set: number) => readonly Unit[];
  readonly setOf: (part: Unit) => number | undefined;
  /** Whether a unit's parts stand in no other. */
  readonly isApart: (unit: Unit) => boolean;
}

/**
 * Parts count alike in all rows where they stand in the same units, rolled up as often as they are for rows, with the same weight.
 */
export function alikeParts(rows: readonly Unit[], measure: Measure, plan: Plan): Alike {
  const seen = new Set<Unit>();
  const standings = new Map<Unit, Standing>();
  const visit = (unit: Unit): void => {
    if (seen.has(unit) || !isSum(unit, measure, plan)) return;
    seen.add(unit);
    const below = standingsBelow(unit);
    for (const [i, child] of unit.children.entries()) {
      if (isSum(child, measure, plan)) visit(child);
      else standings.set(child, below(standings.get(child), unit.weights[i] ?? 0));
    }
  };
  for (const row of rows) visit(row);
  // Where rows are made of other rows alone, it is never asked what else they are made of.
  let made: Sets | undefined;
  const sets = (): Sets => {
    made ??= setsOf(standings);
    return made;
  };
  const apart = new Map<Unit, boolean>();
  const isApart = (unit: Unit): boolean =>
    unit.children.every((child, i) => {
      const standing = standings.get(child);
      if (standing === undefined) return false;
      const { before, within, weight } = standing;
      return before === undefined && within === unit && weight === (unit.weights[i] ?? 0);
    });
  return {
    membersOf: (set) => sets().members[set] ?? [],
    setOf: (part) => sets().places.get(part),
    isApart: (unit) => {
      // It is asked for every node anew.
      const known = apart.get(unit) ?? isApart(unit);
      apart.set(unit, known);
      return known;
    },
  };
}

interface Sets {
  readonly members: readonly (readonly Unit[])[];
  readonly places: ReadonlyMap<Unit, number>;
}

function setsOf(standings: ReadonlyMap<Unit, Standing>): Sets {
  const members: Unit[][] = [];
  const byStanding = new Map<Standing, number>();
  const places = new Map<Unit, number>();
  for (const [part, standing] of standings) {
    // What is no response is no part of a crowd.
    const own = part.response === undefined ? undefined : byStanding.get(standing);
    const place = own ?? members.length;
    if (own === undefined) {
      members.push([]);
      if (part.response !== undefined) byStanding.set(standing, place);
    }
    members[place]?.push(part);
    places.set(part, place);
  }
  return { members, places };
}

/** Where a part stands: in a unit, with a weight, beside where it stood before. Parts that stand alike have one object. */
interface Standing {
  readonly before: Standing | undefined;
  readonly within: Unit;
  readonly weight: number;
}

/** Where the parts of a unit stand, by where they stood before and their weight. */
function standingsBelow(within: Unit): (before: Standing | undefined, weight: number) => Standing {
  const made = new Map<Standing | undefined, Map<number, Standing>>();
  let last: Standing | undefined;
  return (before, weight) => {
    // Most are alike.
    if (last !== undefined && last.before === before && last.weight === weight) return last;
    const byWeight = made.get(before) ?? new Map<number, Standing>();
    made.set(before, byWeight);
    last = byWeight.get(weight) ?? { before, within, weight };
    byWeight.set(weight, last);
    return last;
  };
}

/** Whether a unit's figure is looked into, as a sum of others. */
export function isSum(unit: Unit, measure: Measure, plan: Plan): boolean {
  return unit.response === undefined && isLinear(unit, measure, plan);
}
