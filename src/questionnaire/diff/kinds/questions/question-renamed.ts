import { within } from '../../../checks/asked.js';
import { defineChange, given } from '../../change.js';

export const questionRenamed = defineChange({
  id: 'question-renamed',
  reason: `Answers are known by the question's id. A question that is gone and a new one with the same wording are taken
for one that was renamed, if there is no other of that wording: its answers come back under an id that nothing has.`,
  before: '- { id: owner, text: Is there an owner?, scale: four }',
  after: '- { id: data_owner, text: Is there an owner?, scale: four }',
  *compare({ alignment }) {
    const { questions, answers } = alignment;
    for (const { old, new: now } of questions.renamed) {
      yield {
        subject: { what: 'question', id: old.id },
        old: within(old.origin, 'id'),
        new: within(now.origin, 'id'),
        args: { from: old.id, to: now.id },
        touches: { questions: old.items.map((item) => item.id), are: given },
      };
    }
    const grids = new Set(questions.renamed.map(({ old }) => old.id));
    for (const { old, new: now } of answers.renamed) {
      // Told once, with the grid.
      if (grids.has(old.grid?.id ?? old.id) && old.grid?.item === now.grid?.item) continue;
      yield {
        subject: { what: 'question', id: old.id },
        old: within(old.origin, 'id'),
        new: within(now.origin, 'id'),
        args: { from: old.id, to: now.id },
        touches: { questions: [old.id], are: given },
      };
    }
  },
});
