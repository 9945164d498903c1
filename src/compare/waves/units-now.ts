import type { Comparison, Leaf, Unit } from '../comparison.js';
import { type Branch, branchBelow, emptyBranch } from '../roll-up/branch.js';
import { rollUpBranch } from '../roll-up/roll-up-branch.js';
import type { KeptAnswers } from './kept-answers.js';

/**
 * Units of all waves under the names that they have now. Where none was merged into another, they are the comparison's own; those
 * that were are rolled up anew from the same responses.
 */
export function unitsNow(
  comparison: Comparison,
  answers: ReadonlyMap<string, readonly KeptAnswers[]>,
): readonly Unit[] {
  const { plan, leaves, units } = comparison;
  const pathOf = pathNow(answers);
  const changed = leaves.filter((leaf) => pathOf(leaf).some((name, i) => name !== leaf.unit.path[i]));
  if (changed.length === 0) return units;
  const touched = new Set<string>();
  const touch = (wave: string, path: readonly string[]): void => {
    for (const depth of path.keys()) touched.add(keyOf(wave, JSON.stringify(path.slice(0, depth + 1))));
  };
  for (const leaf of changed) {
    touch(leaf.unit.wave, leaf.unit.path);
    touch(leaf.unit.wave, pathOf(leaf));
  }
  const isTouched = ({ wave, path }: Unit) => touched.has(keyOf(wave, JSON.stringify(path)));
  const branches = new Map<string, Branch>();
  for (const leaf of leaves) {
    const branch = branches.get(leaf.unit.wave) ?? emptyBranch();
    branches.set(leaf.unit.wave, branch);
    pathOf(leaf).reduce(branchBelow, branch).leaves.push(leaf);
  }
  const expected = (_: readonly string[], __: number, there: readonly unknown[]) => there.length;
  const anew = [...branches].flatMap(([wave, branch]) => {
    const counts = { passedOver: 0, withoutWeight: new Set<string>(), expected };
    return rollUpBranch(branch, wave, plan, counts).units;
  });
  return [
    ...units.filter((unit) => unit.response !== undefined || !isTouched(unit)),
    ...anew.filter((unit) => unit.response === undefined && isTouched(unit)),
  ];
}

/** The names that the unit of a response has now. */
export function pathNow(
  answers: ReadonlyMap<string, readonly KeptAnswers[]>,
): (leaf: Leaf) => readonly string[] {
  const moved = new Map<string, readonly string[]>();
  for (const [wave, all] of answers) {
    for (const { response, path } of all) moved.set(keyOf(wave, response.id), path);
  }
  return ({ unit }) => moved.get(keyOf(unit.wave, unit.response)) ?? unit.path;
}

function keyOf(wave: string, id: string | undefined): string {
  return JSON.stringify([wave, id]);
}
