import { defineChange } from '../../../questionnaire/diff/change.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

export const rankingChanged = defineChange<'ranking-changed', RubricDiffContext>({
  id: 'ranking-changed',
  reason: `Scores are the same; the places of units with equal ones are not.`,
  before: 'rubric: { rank: { ties: competition } }',
  after: 'rubric: { rank: { ties: dense } }',
  *compare({ old, new: now }) {
    const [before, after] = [old.rubric.body.rank, now.rubric.body.rank];
    const values = [
      { key: 'on', from: before?.on ?? 'rounded', to: after?.on ?? 'rounded' },
      { key: 'ties', from: before?.ties ?? 'competition', to: after?.ties ?? 'competition' },
    ];
    for (const { key, from, to } of values) {
      if (from === to) continue;
      yield {
        subject: { what: 'rubric', id: now.rubric.id },
        old: inRubric(old, 'rank', key),
        new: inRubric(now, 'rank', key),
        args: { key, from, to },
      };
    }
  },
});
