import { within } from '../../../checks/asked.js';
import { defineChange, given } from '../../change.js';

const options = `type: choices
  options:
    - { id: list, label: A list, score: 1 }
    - { id: map, label: A map, score: 2 }`;

export const combineChanged = defineChange({
  id: 'combine-changed',
  reason: `What was chosen is put together in another way, so that the same answer scores something else.`,
  before: `- id: tools
  text: Which of these are in use?
  ${options}`,
  after: `- id: tools
  text: Which of these are in use?
  combine: max
  ${options}`,
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [before, after] = [old.question, now.question];
      if (before.type !== 'choices' || after.type !== 'choices' || before.combine === after.combine) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'combine'),
        new: within(now.origin, 'combine'),
        args: { id: now.id, from: before.combine, to: after.combine },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});
