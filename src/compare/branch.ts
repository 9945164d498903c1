import type { Leaf } from './comparison.js';

/** Units of one level by name, in order of first appearance, and the responses of the innermost. */
export interface Branch {
  readonly branches: Map<string, Branch>;
  readonly leaves: Leaf[];
}

export function emptyBranch(): Branch {
  return { branches: new Map(), leaves: [] };
}

/** Puts a response under its unit. */
export function addLeaf(branch: Branch, leaf: Leaf): void {
  let at = branch;
  for (const name of leaf.unit.path) {
    let next = at.branches.get(name);
    if (next === undefined) {
      next = emptyBranch();
      at.branches.set(name, next);
    }
    at = next;
  }
  at.leaves.push(leaf);
}
