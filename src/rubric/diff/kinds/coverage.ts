import { defineChange } from '../../../questionnaire/diff/change.js';
import { effective, type RubricDiffContext } from '../rubric-context.js';

export const coverageChanged = defineChange<'coverage-changed', RubricDiffContext>({
  id: 'coverage-changed',
  reason: `With another least coverage, figures that were there are withdrawn, or some appear that were withheld for good reason.`,
  before: 'rubric: { coverage: 0.5 }',
  after: 'rubric: { coverage: 0.6 }',
  *compare(context) {
    for (const { node, old, new: now, from, to } of effective(
      context,
      'coverage',
      ({ coverage }) => coverage,
      (own, all) => own ?? all ?? 0,
    )) {
      yield {
        subject: { what: 'node', id: node },
        old: from,
        new: to,
        args: { node, from: String(old), to: String(now) },
      };
    }
  },
});
