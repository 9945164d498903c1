import { and } from '../../../finding/words.js';
import { defineChange } from '../../../questionnaire/diff/change.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

export const pluginsChanged = defineChange<'plugins-changed', RubricDiffContext>({
  id: 'plugins-changed',
  reason: `Methods come from other modules. Whether they score otherwise cannot be told without running them.`,
  before: 'rubric: { plugins: [./one.js] }',
  after: 'rubric: { plugins: [./other.js] }',
  *compare({ old, new: now }) {
    const [from, to] = [old.rubric.body.plugins ?? [], now.rubric.body.plugins ?? []];
    if (from.toSorted().join('\n') === to.toSorted().join('\n')) return;
    yield {
      subject: { what: 'rubric', id: now.rubric.id },
      old: inRubric(old, 'plugins'),
      new: inRubric(now, 'plugins'),
      args: { from: and(from), to: and(to) },
    };
  },
});
