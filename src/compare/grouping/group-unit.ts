import type { Plan } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import type { CountExpected } from '../roll-up/expected-units.js';
import { type ChildUnit, combined, groupLevel } from '../roll-up/roll-up.js';
import type { Counts } from '../roll-up/roll-up-branch.js';
import { peopleOf } from '../small-groups.js';
import type { Slice } from './slice.js';

/** Where a group stands, and what it is made of. */
export interface GroupPlace {
  readonly level: string;
  /** The unit that it stands in. */
  readonly under: readonly string[];
  /** How far in its units stand, from 1; beyond the innermost it is made of responses. */
  readonly depth: number;
  readonly expected: CountExpected;
}

/**
 * The unit that a group of units or responses makes up. They are combined as the roll-up combines such units: by the method
 * and weight of the field that is made of them, and the outermost by the method of their own field, all alike. Without
 * unit fields it is the mean of responses.
 */
export function groupUnit(
  { wave, leavesUnder, unitsUnder, groups }: Slice,
  { level, under, depth, expected }: GroupPlace,
  plan: Plan,
  { withoutWeight }: Counts,
): Unit {
  const inside = leavesUnder(under);
  const field = plan.rollup.levels[depth - 1]?.unit;
  const made = groupLevel(level, field ?? 'response', plan);
  const children: readonly ChildUnit[] =
    field === undefined
      ? inside.map((leaf) => ({ unit: leaf.unit, leaves: [leaf] }))
      : unitsUnder(under)
          .filter((unit) => unit.level === field)
          .map((unit) => ({ unit, leaves: leavesUnder(unit.path) }));
  const paths = children.map(({ unit }) => unit.path);
  const count = field === undefined ? children.length : expected(under, depth, paths);
  return combined(children, made, plan, withoutWeight, {
    path: under,
    wave,
    groups,
    size: inside.length,
    people: peopleOf(inside),
    expected: count,
    ...(field === undefined ? {} : { inner: { returned: children.length, expected: count } }),
  });
}
