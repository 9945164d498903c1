import { defineChange } from '../../../questionnaire/diff/change.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

const without = 'rubric: { overall: none }';
const withIt = 'rubric: { method: mean }';

export const overallIntroduced = defineChange<'overall-introduced', RubricDiffContext>({
  id: 'overall-introduced',
  reason: `There is one figure more. No other depends on it.`,
  before: without,
  after: withIt,
  *compare({ old, new: now }) {
    if (old.rubric.body.overall !== 'none' || now.rubric.body.overall === 'none') return;
    const subject = { what: 'node', id: 'overall' } as const;
    yield {
      subject,
      old: inRubric(old, 'overall'),
      new: inRubric(now, 'overall'),
      args: { node: 'overall' },
    };
  },
});

export const overallAbolished = defineChange<'overall-abolished', RubricDiffContext>({
  id: 'overall-abolished',
  reason: `A figure that was told cannot be told any more.`,
  before: withIt,
  after: without,
  *compare({ old, new: now }) {
    if (old.rubric.body.overall === 'none' || now.rubric.body.overall !== 'none') return;
    const subject = { what: 'node', id: 'overall' } as const;
    yield {
      subject,
      old: inRubric(old, 'overall'),
      new: inRubric(now, 'overall'),
      args: { node: 'overall' },
    };
  },
});
