import type { Leaf } from '../comparison.js';

/** Units of one level by name, in order of first appearance, and the responses of the innermost. */
export interface Branch {
  /** The names of the unit, from the outermost in: one array for all responses of it. */
  readonly path: readonly string[];
  readonly branches: Map<string, Branch>;
  readonly leaves: Leaf[];
}

export function emptyBranch(path: readonly string[] = []): Branch {
  return { path, branches: new Map(), leaves: [] };
}

/** The unit with a name below another, which is made where there is none yet. */
export function branchBelow({ branches, path }: Branch, name: string): Branch {
  const known = branches.get(name);
  if (known !== undefined) return known;
  const made = emptyBranch([...path, name]);
  branches.set(name, made);
  return made;
}
