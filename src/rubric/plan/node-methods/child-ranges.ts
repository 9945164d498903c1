import type { RangedChild } from '../../methods/method.js';
import type { NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';

/** The children with their ranges; none where one has none, which is reported: nothing but the author can give it. */
export function rangedChildren(
  { id: parent, children }: NodeOutline,
  { broken, report }: RubricContext,
): readonly RangedChild[] | undefined {
  const ranged: RangedChild[] = [];
  for (const { id, weight, range, optional, reported } of children) {
    if (range !== undefined) ranged.push({ weight, range, optional });
    else if (reported.length === 0 && !broken.has(id)) {
      report('range-needed', ['dimensions', id], { node: id, parent }, 'key');
    }
  }
  return ranged.length === children.length ? ranged : undefined;
}

/** The same where everything is answered: what tells scales apart, whatever non-answers count as. */
export function scaledChildren({ children }: NodeOutline): readonly RangedChild[] | undefined {
  const scaled = children.flatMap(({ weight, scale }) =>
    scale === undefined ? [] : { weight, range: scale, optional: false },
  );
  return scaled.length === children.length ? scaled : undefined;
}
