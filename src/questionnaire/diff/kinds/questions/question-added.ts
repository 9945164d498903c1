import { within } from '../../../checks/asked.js';
import type { Question } from '../../../questionnaire.js';
import type { Alignment } from '../../alignment.js';
import { defineChange, isBlank } from '../../change.js';
import { isNew } from '../structure/dimension-added.js';

export const questionAdded = defineChange({
  id: 'question-added',
  reason: `Answers that came back before have none to a new question, which counts as left blank: they stay valid, but
the scores above it are made of more from now on.`,
  before: '- { id: owner, text: Is there an owner?, scale: four }',
  after: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four }`,
  *compare({ alignment }) {
    for (const { id, text, question, isWithNewDimension } of addedIn(alignment)) {
      if (question.required || isWithNewDimension) continue;
      yield { subject: { what: 'question', id }, new: within(question.origin, 'id'), args: { id, text } };
    }
  },
});

export const requiredQuestionAdded = defineChange({
  id: 'required-question-added',
  reason: `Every response that came back before lacks an answer to the new question, and would be refused for that.`,
  before: '- { id: owner, text: Is there an owner?, scale: four }',
  after: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four, required: true }`,
  *compare({ alignment }) {
    for (const { id, text, question, items } of addedIn(alignment)) {
      if (!question.required) continue;
      yield {
        subject: { what: 'question', id },
        new: within(question.origin, 'id'),
        args: { id, text },
        touches: { questions: items.map((item) => item.id), are: isBlank },
      };
    }
  },
});

interface Added {
  readonly id: string;
  readonly text: string;
  readonly question: Question;
  readonly items: readonly Question[];
  /** Whether it is told with its dimension. */
  readonly isWithNewDimension: boolean;
}

function addedIn(alignment: Alignment): readonly Added[] {
  const { questions, answers } = alignment;
  return [
    ...questions.added.map(({ id, text, question, items, origin, dimensions }) => ({
      id,
      text,
      question: { ...question, origin },
      items,
      isWithNewDimension: dimensions.some((dimension) => isNew(dimension, alignment)),
    })),
    ...answers.added.map((question) => {
      const { id, text } = question;
      return { id, text, question, items: [question], isWithNewDimension: false };
    }),
  ];
}
