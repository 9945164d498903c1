import { defineChange } from '../../../questionnaire/diff/change.js';
import { atIndex, effective, indexPairs, inRubric, type RubricDiffContext } from '../rubric-context.js';

export const rangeChanged = defineChange<'range-changed', RubricDiffContext>({
  id: 'range-changed',
  reason: `Every question's score is mapped to the rubric's range, so that all scores move; the range of an expression says which
results there are.`,
  before: 'rubric: { range: [0, 100] }',
  after: 'rubric: { range: [0, 10] }',
  *compare(context) {
    const { old, new: now } = context;
    const [from, to] = [rangeText(old.rubric.body.range), rangeText(now.rubric.body.range)];
    if (from !== to) {
      const subject = { what: 'rubric', id: now.rubric.id } as const;
      yield {
        subject,
        old: inRubric(old, 'range'),
        new: inRubric(now, 'range'),
        args: { node: '', from, to },
      };
    }
    for (const each of effective(context, 'range', ({ range }) => range, rangeText)) {
      const { node, old: from, new: to } = each;
      yield { subject: { what: 'node', id: node }, old: each.from, new: each.to, args: { node, from, to } };
    }
    for (const pair of indexPairs(context).pairs) {
      const [from, to] = [rangeText(pair.old.range), rangeText(pair.new.range)];
      if (from === to) continue;
      const { id } = pair.new;
      yield {
        subject: { what: 'node', id },
        old: atIndex(old, pair.old, 'range'),
        new: atIndex(now, pair.new, 'range'),
        args: { node: id, from, to },
      };
    }
  },
});

function rangeText(range: readonly [number, number] | undefined): string {
  return range === undefined ? 'none' : `${range[0]} to ${range[1]}`;
}
