import type { Comparison } from '../comparison.js';
import type { Grouping } from '../grouping/group.js';
import type { Key } from '../grouping/key.js';
import { type Answerer, partsOf } from '../grouping/parts.js';
import type { KeptAnswers } from './kept-answers.js';
import { pathNow } from './units-now.js';

/**
 * What rows stand for in one wave. What respondents say themselves is settled by all responses of a comparison, so that a group is made of
 * the same (units, or responses) in every wave and in each step from one to the next, as it is in the table of scores.
 */
export function rowsInWave(
  grouping: Grouping,
  { leaves }: Pick<Comparison, 'leaves'>,
  answers: ReadonlyMap<string, readonly KeptAnswers[]>,
  wave: string,
): Grouping {
  const isOpen = (key: Key) => key.kind === 'attribute' && key.attribute.depth === undefined;
  if (!grouping.keys.some(isOpen)) return grouping;
  const pathOf = pathNow(answers);
  const who = leaves.map((leaf): Answerer => {
    return { unit: { path: pathOf(leaf), wave: leaf.unit.wave }, profile: leaf.profile };
  });
  return {
    ...grouping,
    keys: grouping.keys.map((key): Key => {
      if (key.kind !== 'attribute' || key.attribute.depth !== undefined) return key;
      const { depth, groupOf } = partsOf(key.attribute, who);
      const of = ({ path, profile }: Parameters<typeof key.attribute.of>[0]) =>
        groupOf({ unit: { path, wave }, profile });
      return { ...key, attribute: { ...key.attribute, depth, of } };
    }),
  };
}
