import { within } from '../../../checks/asked.js';
import { defineChange, given } from '../../change.js';

export const reverseChanged = defineChange({
  id: 'reverse-changed',
  reason: `The same answer scores the opposite.`,
  before: '- { id: paper, text: How much is still on paper?, scale: four }',
  after: '- { id: paper, text: How much is still on paper?, scale: four, reverse: true }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const { reverse } = now.question;
      if (old.question.reverse === reverse) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'reverse'),
        new: within(now.origin, 'reverse'),
        args: { id: now.id, reverse },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});
