import { answerText, remarkText } from '../../export/form/answer-text.js';
import { type FormRemark, formRemarks, remarkTitle } from '../../export/form/words.js';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Answer } from '../../response/response.js';
import { itemsOf } from '../view/items.js';

/** An answer in a few words; none for a blank. A level is told with its value. */
export function answerWords(
  questionnaire: Questionnaire,
  question: Question,
  answer: Answer,
): string | undefined {
  const { value } = answer;
  if (question.type === 'level' && value !== undefined) {
    const item = itemsOf(question).find((each) => each.value === value);
    return item === undefined ? String(value) : `${item.key} ${item.title}`;
  }
  const text = answerText(questionnaire, question, answer);
  if (text === undefined) return undefined;
  const unit = question.type === 'number' && question.unit !== undefined && value !== undefined;
  return unit ? `${text} ${question.unit}` : String(text);
}

/** What accompanies an answer, each with its title, in a few words; votes are shown elsewhere. */
export function remarkWords(
  questionnaire: Questionnaire,
  question: Question,
  answer: Answer,
): readonly { readonly title: string; readonly text: string }[] {
  const remarks = formRemarks.flatMap((remark) => {
    const text = remarkText(questionnaire, question, remark, answer);
    return text === undefined ? [] : [{ title: shortTitles[remark], text: String(text) }];
  });
  const { dissent } = answer;
  return dissent === undefined ? remarks : [...remarks, { title: 'Dissent', text: dissent }];
}

const shortTitles: Readonly<Record<FormRemark, string>> = {
  note: 'Note',
  target: 'Target',
  evidence: 'Evidence',
  barriers: 'Barriers',
  confidence: 'Confidence',
  best_practice: 'Best practice',
  share: 'May be shared',
  contact: 'Contact',
};

/** How a remark is asked for. */
export function remarkPrompt(questionnaire: Questionnaire, remark: FormRemark | 'dissent'): string {
  return remark === 'dissent'
    ? 'Dissent: who saw it otherwise, and why?'
    : remarkTitle(questionnaire, remark);
}
