import type { Leaf } from '../comparison.js';
import type { Attribute } from './attribute.js';

/** At which units an attribute parts responses. */
export interface WholeUnits {
  /** How far in the outermost units stand that lie whole in one group, from 1; one more than there are where none do. */
  readonly depth: number;
  /** The group of a response: that of its unit, where units lie whole in one. */
  readonly groupOf: (leaf: Leaf) => string | undefined;
}

/** Finds the outermost unit field none of whose units, in one wave, has two values; blanks are passed over. */
export function wholeDepth({ of }: Attribute, leaves: readonly Leaf[]): WholeUnits {
  const said = (leaf: Leaf) => of({ path: leaf.unit.path, profile: leaf.profile });
  const fields = leaves[0]?.unit.path.length ?? 0;
  for (let depth = 1; depth <= fields; depth += 1) {
    const values = new Map<string, string>();
    const isWhole = leaves.every((leaf) => {
      const value = said(leaf);
      if (value === undefined) return true;
      const key = unitOf(leaf, depth);
      const first = values.get(key);
      if (first === undefined) values.set(key, value);
      return first === undefined || first === value;
    });
    if (isWhole) return { depth, groupOf: (leaf) => values.get(unitOf(leaf, depth)) };
  }
  return { depth: fields + 1, groupOf: said };
}

function unitOf({ unit }: Leaf, depth: number): string {
  return JSON.stringify([unit.wave, unit.path.slice(0, depth)]);
}
