import { and } from '../../../../finding/words.js';
import { within } from '../../../checks/asked.js';
import { defineChange } from '../../change.js';

export const followUpsChanged = defineChange({
  id: 'follow-ups-changed',
  reason: `Notes, targets and barriers that came back are kept. What is asked for with an answer differs, so who compares them
finds more or less of it.`,
  before: '- { id: owner, text: Is there an owner?, scale: four, ask: [target] }',
  after: '- { id: owner, text: Is there an owner?, scale: four, ask: [target, evidence] }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [from, to] = [old.question.ask, now.question.ask];
      if (from.toSorted().join() === to.toSorted().join()) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'ask'),
        new: within(now.origin, 'ask'),
        args: { id: now.id, from: and(from), to: and(to) },
      };
    }
  },
});
