import { within } from '../../../checks/asked.js';
import { isOtherScale } from '../../answer-sets.js';
import { defineChange, given } from '../../change.js';

export const questionScaleChanged = defineChange({
  id: 'question-scale-changed',
  reason: `A level of another scale means something else, even where it has the same number. Another scale with the same
values, labels and scores is no change, nor is a new id for the same scale.`,
  before: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: two }`,
  after: `- { id: owner, text: Is there an owner?, scale: two }
- { id: quality, text: How good are the data?, scale: two }`,
  *compare(context) {
    for (const { old, new: now } of context.alignment.questions.pairs) {
      const [before, after] = [old.question, now.question];
      if (before.type !== 'level' || after.type !== 'level') continue;
      if (!isOtherScale(before.scale, after.scale, context)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'scale'),
        new: within(now.origin, 'scale'),
        args: { id: now.id, from: before.scale.id, to: after.scale.id },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});
