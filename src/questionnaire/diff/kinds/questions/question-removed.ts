import { within } from '../../../checks/asked.js';
import { defineChange, given } from '../../change.js';
import { isGone } from '../structure/dimension-removed.js';

export const questionRemoved = defineChange({
  id: 'question-removed',
  reason: `Answers to a question that is no longer asked have no place any more: they are refused where they come back,
and no score contains them. The same goes for one item of a grid.`,
  before: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four }`,
  after: '- { id: quality, text: How good are the data?, scale: four }',
  *compare({ alignment }) {
    for (const { id, text, items, dimensions, origin } of alignment.questions.removed) {
      // What went with its dimension is told there.
      if (dimensions.some((dimension) => isGone(dimension, alignment))) continue;
      yield {
        subject: { what: 'question', id },
        old: within(origin, 'id'),
        args: { id, text },
        touches: { questions: items.map((item) => item.id), are: given },
      };
    }
    for (const { id, text, origin } of alignment.answers.removed) {
      yield {
        subject: { what: 'question', id },
        old: within(origin, 'id'),
        args: { id, text },
        touches: { questions: [id], are: given },
      };
    }
  },
});
