import { within } from '../../../checks/asked.js';
import type { Written } from '../../alignment.js';
import { defineChange, given } from '../../change.js';

export const questionTypeChanged = defineChange({
  id: 'question-type-changed',
  reason: `Answers of one type are no answers of another: a level is no yes or no, and a grid has an answer for each item.`,
  before: '- { id: owner, text: Is there an owner?, scale: four }',
  after: '- { id: owner, text: Is there an owner?, type: yes_no }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [from, to] = [typeOf(old), typeOf(now)];
      if (from === to) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'type'),
        new: within(now.origin, 'type'),
        args: { id: now.id, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});

function typeOf({ question }: Written): string {
  return question.grid === undefined ? `\`${question.type}\`` : `grid of \`${question.type}\``;
}
