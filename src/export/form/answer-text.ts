import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Answer } from '../../response/response.js';
import { answerWords, barrierWords, type FormRemark, nonAnswerWord } from './words.js';

/** An answer as a cell holds it, and as it is read back; nothing for a blank. Several options are joined by semicolons. */
export function answerText(
  questionnaire: Questionnaire,
  question: Question,
  { value, non_answer }: Answer,
): string | number | undefined {
  if (non_answer !== undefined) return nonAnswerWord(questionnaire, non_answer);
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return value.map((id) => optionText(question, id)).join('; ');
  if (question.type === 'number' || question.type === 'text' || question.type === 'date') return value;
  return answerWords(question).find(({ key }) => key === value)?.word ?? String(value);
}

/** An option among several: its word, or its id where semicolons would cut the word. */
function optionText(question: Question, id: string): string {
  const word = answerWords(question).find(({ key }) => key === id)?.word ?? id;
  return word.includes(';') ? id : word;
}

/** What accompanies an answer, as its own cell holds it. */
export function remarkText(
  { barriers }: Questionnaire,
  question: Question,
  remark: FormRemark,
  answer: Answer,
): string | number | undefined {
  switch (remark) {
    case 'target': {
      const { target } = answer;
      return target === undefined || question.type !== 'level'
        ? target
        : (answerWords(question).find(({ key }) => key === target)?.word ?? target);
    }
    case 'barriers': {
      const words = new Map(barrierWords(barriers).map(({ id, word }) => [id, word]));
      return answer.barriers?.map((id) => words.get(id) ?? id).join('; ');
    }
    default:
      return answer[remark];
  }
}
