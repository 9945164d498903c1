import type { Question } from '../../src/index.js';

export type AnswerValue = number | string | boolean | readonly string[];

/**
 * Answers among which are the best and the worst: of boxes all that go together, and each by itself. First one that opens what
 * hangs on a question without a score.
 */
export function answersTo(question: Question): readonly AnswerValue[] {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value }) => value);
    case 'yes_no':
      return [true, false];
    case 'choice':
      return question.options.map(({ id }) => id);
    case 'choices': {
      const together = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
      return [together, ...question.options.map(({ id }) => [id])];
    }
    case 'number':
      return question.score.by === 'steps'
        ? question.score.steps.map(({ from }) => Math.max(from, question.min ?? from))
        : [question.max ?? 1, question.min ?? 0];
    case 'date':
    case 'text':
      return [];
  }
}
