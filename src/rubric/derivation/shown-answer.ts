import type { Value } from '../../expression/expression.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import type { AnswerState } from '../plan.js';
import type { ShownAnswer } from './derivation-tree.js';

/** An answer with what its value is called. */
export function shownAnswer(
  question: Question,
  state: AnswerState | undefined,
  value: Value | undefined,
): ShownAnswer {
  if (state !== 'value' || value === undefined) {
    return { state: state ?? 'unanswered', value: null, label: null };
  }
  return { state, value, label: labelOf(question, value) ?? null };
}

function labelOf(question: Question, value: Value): string | undefined {
  switch (question.type) {
    case 'level':
      return typeof value !== 'number'
        ? undefined
        : (question.wording.get(value) ??
            question.scale.levels.find((level) => level.value === value)?.label);
    case 'yes_no':
      return value === true ? 'yes' : 'no';
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [value];
      return chosen
        .map((id) => question.options.find((option) => option.id === id)?.label ?? String(id))
        .join('; ');
    }
    case 'number':
      return question.unit === undefined ? undefined : `${String(value)} ${question.unit}`;
    case 'text':
    case 'date':
      return undefined;
  }
}
