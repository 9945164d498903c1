import { within } from '../../../checks/asked.js';
import type { Scale } from '../../../questionnaire.js';
import { scalePairs } from '../../answer-sets.js';
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
    const known = scalePairs(context);
    for (const { old, new: now } of context.alignment.questions.pairs) {
      const [before, after] = [old.question, now.question];
      if (before.type !== 'level' || after.type !== 'level') continue;
      if (known.some((pair) => pair.old.id === before.scale.id && pair.new.id === after.scale.id)) continue;
      if (meaning(before.scale) === meaning(after.scale)) continue;
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

function meaning({ levels }: Scale): string {
  return JSON.stringify(levels.map(({ value, label, score }) => [value, label, score]));
}
