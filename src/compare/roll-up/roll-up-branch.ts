import type { Plan } from '../../rubric/plan.js';
import type { Leaf, Unit } from '../comparison.js';
import { joined } from '../joined.js';
import type { Branch } from './branch.js';
import type { CountExpected } from './expected-units.js';
import { rollUp } from './roll-up.js';

/** What is counted while units are made. */
export interface Counts {
  passedOver: number;
  readonly withoutWeight: Set<string>;
  readonly expected: CountExpected;
}

/** What is below one unit: its child units, and the responses that speak for it. */
export interface Below {
  readonly units: readonly { readonly unit: Unit; readonly below: Below }[];
  readonly leaves: readonly Leaf[];
}

/** Every unit of one wave, outer before inner, and below each its responses; and the responses that speak for them. */
export interface RolledUp {
  readonly units: readonly Unit[];
  readonly below: Below;
}

/** Rolls responses up through the unit fields. */
export function rollUpBranch(branch: Branch, wave: string, plan: Plan, counts: Counts): RolledUp {
  const { prefer, levels } = plan.rollup;
  const visit = ({ branches, leaves: all }: Branch, path: readonly string[]): RolledUp => {
    if (path.length === levels.length) {
      const preferred = all.filter((leaf) => prefer !== undefined && leaf.mode === prefer);
      const leaves = preferred.length > 0 ? preferred : all;
      counts.passedOver += all.length - leaves.length;
      return { below: { units: [], leaves }, units: leaves.map((leaf) => leaf.unit) };
    }
    const inner: { unit: Unit; below: Below }[] = [];
    const units: Unit[] = [];
    for (const [name, child] of branches) {
      const own = [...path, name];
      const { below, units: under } = visit(child, own);
      const unit = rollUp(below, own, wave, plan, counts);
      inner.push({ unit, below });
      units.push(unit, ...under);
    }
    return { below: { units: inner, leaves: joined(inner.map(({ below }) => below.leaves)) }, units };
  };
  return visit(branch, []);
}
