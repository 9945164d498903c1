import type { Plan } from '../../rubric/plan.js';
import { addLeaf, emptyBranch } from '../branch.js';
import type { Comparison, Leaf, Unit } from '../comparison.js';
import { type Counts, rollUpBranch } from '../roll-up-branch.js';

/** Responses of one wave that rows are made of, and the units that they make up. */
export interface Slice {
  readonly wave: string;
  readonly leaves: readonly Leaf[];
  readonly units: readonly Unit[];
  /** What they have in common, by attribute. */
  readonly groups: Readonly<Record<string, string>>;
}

/** All of each wave. */
export function wholeSlices({ waves, leaves, units }: Comparison): readonly Slice[] {
  return waves.map((wave) => ({
    wave,
    leaves: leaves.filter(({ unit }) => unit.wave === wave),
    units: units.filter((unit) => unit.wave === wave),
    groups: {},
  }));
}

/** Some responses of a slice, and what they have in common; units are rolled up from them alone. */
export function partOf(
  { wave, groups }: Slice,
  leaves: readonly Leaf[],
  common: Readonly<Record<string, string>>,
  plan: Plan,
  counts: Counts,
): Slice {
  const branch = emptyBranch();
  for (const leaf of leaves) addLeaf(branch, leaf);
  const both = { ...groups, ...common };
  const { units } = rollUpBranch(branch, wave, plan, counts);
  return { wave, leaves, units: units.map((unit) => ({ ...unit, groups: both })), groups: both };
}

/** Whether a unit stands in the one that has this path. */
export function isUnder({ path }: Pick<Unit, 'path'>, outer: readonly string[]): boolean {
  return outer.every((name, at) => path[at] === name);
}
