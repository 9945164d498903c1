import type { ProfileField, Question, Questionnaire } from '../../../questionnaire/questionnaire.js';
import { formMap } from '../../../response/form/form-map.js';
import { confidences } from '../../../response/response.js';
import type { FormField } from '../form.js';
import {
  answerWords,
  barrierWords,
  type FormRemark,
  freeAnswerHint,
  optionWords,
  permittedWords,
} from '../words.js';
import type { Check, Content } from './layout.js';
import { contentOf } from './layout.js';

/** What the answer cell of a question accepts. That of `choices` is for a non-answer: the options have cells of their own. */
export function answerCheck(questionnaire: Questionnaire, question: Question): Check {
  const words = permittedWords(questionnaire, question);
  const prompt = [freeAnswerHint(question), words.length === 0 ? undefined : `or: ${words.join('; ')}`]
    .filter((part) => part !== undefined)
    .join(', ');
  switch (question.type) {
    case 'level':
    case 'choice':
      return {
        kind: 'list',
        words: [...answerWords(question).map(({ word }) => word), ...words],
        only: true,
      };
    case 'yes_no':
      return { kind: 'list', words: ['Yes', 'No', ...words], only: true };
    case 'choices':
      return {
        kind: 'list',
        words,
        only: true,
        prompt: `Options are chosen in the cells below. Here only: ${words.join('; ')}`,
      };
    case 'number': {
      const { min, max, integer } = question;
      return { kind: 'number', min, max, integer, words, prompt };
    }
    case 'date':
      return { kind: 'date', min: question.min, max: question.max, words, prompt };
    case 'text':
      return question.maxLength === undefined
        ? { kind: 'anything', prompt }
        : {
            kind: 'length',
            most: Math.max(question.maxLength, ...words.map(({ length }) => length)),
            prompt,
          };
  }
}

/** The cell that chooses one of several options. */
export const tickCheck: Check = { kind: 'list', words: [formMap.chosen], only: true };

export function remarkCheck(
  { barriers }: Pick<Questionnaire, 'barriers'>,
  question: Question,
  remark: FormRemark,
): Check {
  switch (remark) {
    case 'target':
      return question.type === 'level'
        ? { kind: 'list', words: answerWords(question).map(({ word }) => word), only: true }
        : { kind: 'anything' };
    case 'barriers': {
      const words = barrierWords(barriers).map(({ word }) => word);
      const prompt = `One or several, joined by semicolons: ${words.join('; ')}`;
      return { kind: 'list', words, only: false, prompt };
    }
    case 'confidence':
      return { kind: 'list', words: confidences, only: true };
    case 'share':
      return { kind: 'list', words: ['yes', 'no'], only: true };
    default:
      return { kind: 'anything' };
  }
}

export function fieldCheck({ field, units }: FormField): Check {
  if (field.type === 'number') {
    return { kind: 'number', min: undefined, max: undefined, integer: false, words: [] };
  }
  if (field.type === 'choice') {
    return { kind: 'list', words: optionWords(field.options).map(({ word }) => word), only: true };
  }
  return units.length === 0 ? { kind: 'anything' } : { kind: 'list', words: units, only: false };
}

export function fieldContent(field: ProfileField, value: string | number | undefined): Content {
  const word =
    field.type === 'choice' ? optionWords(field.options).find(({ id }) => id === value)?.word : undefined;
  return contentOf(word ?? value);
}
