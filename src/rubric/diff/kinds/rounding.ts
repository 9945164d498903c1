import { defineChange } from '../../../questionnaire/diff/change.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

export const roundingChanged = defineChange<'rounding-changed', RubricDiffContext>({
  id: 'rounding-changed',
  reason: `Where and how halves are rounded decides figures and, after every node, bands.`,
  before: 'rubric: { round: { mode: half_up } }',
  after: 'rubric: { round: { mode: half_even } }',
  *compare({ old, new: now }) {
    const [before, after] = [old.rubric.body.round, now.rubric.body.round];
    const values = [
      { key: 'at', from: before?.at ?? 'output', to: after?.at ?? 'output' },
      { key: 'mode', from: before?.mode ?? 'half_up', to: after?.mode ?? 'half_up' },
    ];
    for (const { key, from, to } of values) {
      if (from === to) continue;
      yield {
        subject: { what: 'rubric', id: now.rubric.id },
        old: inRubric(old, 'round', key),
        new: inRubric(now, 'round', key),
        args: { key, from, to },
      };
    }
  },
});

export const digitsChanged = defineChange<'digits-changed', RubricDiffContext>({
  id: 'digits-changed',
  reason: `Scores are the same, and shown with more decimals or fewer.`,
  before: 'rubric: { round: { digits: 2 } }',
  after: 'rubric: { round: { digits: 1 } }',
  *compare({ old, new: now }) {
    const [from, to] = [old.rubric.body.round?.digits ?? 2, now.rubric.body.round?.digits ?? 2];
    if (from === to) return;
    yield {
      subject: { what: 'rubric', id: now.rubric.id },
      old: inRubric(old, 'round', 'digits'),
      new: inRubric(now, 'round', 'digits'),
      args: { from: String(from), to: String(to) },
    };
  },
});
