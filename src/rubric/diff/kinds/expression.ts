import { defineChange } from '../../../questionnaire/diff/change.js';
import { comparable } from '../../../questionnaire/diff/expression-text.js';
import { atIndex, entryPairs, indexPairs, type RubricDiffContext } from '../rubric-context.js';

export const expressionChanged = defineChange<'expression-changed', RubricDiffContext>({
  id: 'expression-changed',
  reason: `The same answers come to another figure. Spaces, and names that follow from a renamed question, are no change.`,
  before: 'rubric: { indices: [{ id: readiness, title: Readiness, score: scores.data * 2 }] }',
  after: 'rubric: { indices: [{ id: readiness, title: Readiness, score: scores.data * 3 }] }',
  *compare(context) {
    const same = (from: string, to: string) =>
      comparable(from, context.renames) === comparable(to, new Map());
    for (const { node, old, new: now } of entryPairs(context)) {
      const [from, to] = [old.entry.score, now.entry.score];
      // One that is new or gone is told with the method.
      if (from === undefined || to === undefined || same(from, to)) continue;
      yield {
        subject: { what: 'node', id: node },
        old: old.at('score'),
        new: now.at('score'),
        args: { node, from, to },
      };
    }
    for (const { old, new: now } of indexPairs(context).pairs) {
      if (same(old.score, now.score)) continue;
      yield {
        subject: { what: 'node', id: now.id },
        old: atIndex(context.old, old, 'score'),
        new: atIndex(context.new, now, 'score'),
        args: { node: now.id, from: old.score, to: now.score },
      };
    }
  },
});
