import { defineChange } from '../../../questionnaire/diff/change.js';
import { effective, type RubricDiffContext } from '../rubric-context.js';

export const methodChanged = defineChange<'method-changed', RubricDiffContext>({
  id: 'method-changed',
  reason: `The same answers come to another score. Writing down what is the default anyway is no change, and a dimension that
follows the rubric's own method is told once, with that.`,
  before: 'rubric: { method: mean }',
  after: 'rubric: { method: median }',
  *compare(context) {
    for (const { node, old, new: now, from, to } of effective(
      context,
      'method',
      ({ method }) => method,
      (own, all) => own ?? all ?? 'mean',
    )) {
      yield { subject: { what: 'node', id: node }, old: from, new: to, args: { node, from: old, to: now } };
    }
  },
});

export const overChanged = defineChange<'over-changed', RubricDiffContext>({
  id: 'over-changed',
  reason: `A mean of means and a mean of all questions are not the same, once dimensions have unlike numbers of questions.`,
  before: 'rubric: { method: mean }',
  after: 'rubric: { method: mean, over: questions }',
  *compare(context) {
    for (const { node, old, new: now, from, to } of effective(
      context,
      'over',
      ({ over }) => over,
      (own, all) => own ?? all ?? 'children',
    )) {
      yield { subject: { what: 'node', id: node }, old: from, new: to, args: { node, from: old, to: now } };
    }
  },
});
