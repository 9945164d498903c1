import { defineChange } from '../../../questionnaire/diff/change.js';
import { atIndex, indexPairs, type RubricDiffContext } from '../rubric-context.js';

const without = 'rubric: { method: mean }';
const index = 'rubric: { indices: [{ id: readiness, title: Readiness, score: scores.data * 2 }] }';

export const indexAdded = defineChange<'index-added', RubricDiffContext>({
  id: 'index-added',
  reason: `There is one figure more. No other depends on it.`,
  before: without,
  after: index,
  *compare(context) {
    for (const added of indexPairs(context).added) {
      const { id, title } = added;
      yield {
        subject: { what: 'node', id },
        new: atIndex(context.new, added, 'id'),
        args: { node: id, title },
      };
    }
  },
});

export const indexRemoved = defineChange<'index-removed', RubricDiffContext>({
  id: 'index-removed',
  reason: `A figure that was told cannot be told any more.`,
  before: index,
  after: without,
  *compare(context) {
    for (const removed of indexPairs(context).removed) {
      const { id, title } = removed;
      yield {
        subject: { what: 'node', id },
        old: atIndex(context.old, removed, 'id'),
        args: { node: id, title },
      };
    }
  },
});
