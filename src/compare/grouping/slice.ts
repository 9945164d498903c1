import type { Plan } from '../../rubric/plan.js';
import type { Comparison, Leaf, Unit } from '../comparison.js';
import { branchBelow, emptyBranch } from '../roll-up/branch.js';
import { type Counts, rollUpBranch } from '../roll-up/roll-up-branch.js';

/** Responses of one wave that rows are made of, and the units that they make up. */
export interface Slice {
  readonly wave: string;
  readonly leavesUnder: (path: readonly string[]) => readonly Leaf[];
  /** Responses are none of them. */
  readonly unitsUnder: (path: readonly string[]) => readonly Unit[];
  /** What they have in common, by attribute. */
  readonly groups: Readonly<Record<string, string>>;
}

/** All of each wave. */
export function wholeSlices({ waves, leaves, units }: Comparison): readonly Slice[] {
  const inner = units.filter(({ response }) => response === undefined);
  return waves.map((wave) =>
    sliceOf(
      wave,
      leaves.filter(({ unit }) => unit.wave === wave),
      inner.filter((unit) => unit.wave === wave),
      {},
    ),
  );
}

function sliceOf(
  wave: string,
  leaves: readonly Leaf[],
  units: readonly Unit[],
  groups: Slice['groups'],
): Slice {
  return {
    wave,
    leavesUnder: finderUnder(leaves, ({ unit }) => unit.path),
    unitsUnder: finderUnder(units, ({ path }) => path),
    groups,
  };
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
  for (const leaf of leaves) leaf.unit.path.reduce(branchBelow, branch).leaves.push(leaf);
  const both = { ...groups, ...common };
  const units = rollUpBranch(branch, wave, plan, counts).units.filter(
    ({ response }) => response === undefined,
  );
  const marked = units.map((unit) => ({ ...unit, groups: both }));
  return sliceOf(wave, leaves, marked, both);
}

/** Finds what stands in the unit that has a path; all are gone through once for each length of path that is asked for. */
function finderUnder<T>(
  all: readonly T[],
  pathOf: (item: T) => readonly string[],
): (under: readonly string[]) => readonly T[] {
  const byDepth = new Map<number, Map<string, T[]>>();
  return (under) => {
    const depth = under.length;
    if (depth === 0) return all;
    let byPath = byDepth.get(depth);
    if (byPath === undefined) {
      byPath = new Map<string, T[]>();
      byDepth.set(depth, byPath);
      for (const item of all) {
        const path = pathOf(item);
        if (path.length < depth) continue;
        const key = JSON.stringify(path.slice(0, depth));
        const found = byPath.get(key);
        if (found === undefined) byPath.set(key, [item]);
        else found.push(item);
      }
    }
    return byPath.get(JSON.stringify(under)) ?? [];
  };
}
