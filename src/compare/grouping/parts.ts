import type { Unit } from '../comparison.js';
import type { Attribute, Described } from './attribute.js';

/** Who answered: a response that speaks for its unit, or those that say the same of themselves. */
export interface Answerer {
  readonly unit: Pick<Unit, 'path' | 'wave'>;
  readonly profile: Described['profile'];
}

/** What the groups of an attribute are made of. */
export interface Parts {
  /** How far in the units stand that lie whole in one group, from 1; one more than there are where responses are the parts. */
  readonly depth: number;
  /** The group of a response: that of its unit, where units lie whole in one. */
  readonly groupOf: (leaf: Answerer) => string | undefined;
}

/**
 * Groups are made of the units that the register says the attribute of. Of what respondents say, they are made of the
 * outermost units where each, in one wave, says one thing throughout, blanks passed over; else of responses. Inner units are
 * not looked at: of the few responses of a department all may say the same by chance.
 */
export function partsOf({ of, depth }: Attribute, leaves: readonly Answerer[]): Parts {
  const said = (leaf: Answerer) => of({ path: leaf.unit.path, profile: leaf.profile });
  if (depth !== undefined) return { depth, groupOf: said };
  const fields = leaves[0]?.unit.path.length ?? 0;
  const values = new Map<string, string>();
  const isWhole = leaves.every((leaf) => {
    const value = said(leaf);
    if (value === undefined) return true;
    const key = outermost(leaf);
    const first = values.get(key) ?? value;
    values.set(key, first);
    return first === value;
  });
  return fields > 0 && isWhole
    ? { depth: 1, groupOf: (leaf) => values.get(outermost(leaf)) }
    : { depth: fields + 1, groupOf: said };
}

function outermost({ unit }: Answerer): string {
  return JSON.stringify([unit.wave, unit.path[0]]);
}
