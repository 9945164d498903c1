import { and, count, shown, wording } from '../../words.js';
import { breaking, type FromTo, type Id, notable } from './change-rule.js';

type Worded = Id & {
  readonly text: string;
};

/** Changes of questions as such: what is asked, of whom, and what may be answered. */
export const questionChanges = {
  'question-removed': breaking<Worded>(
    ({ id, text }) => `\`${id}\`, ${shown(text)}, is no longer asked`,
    () => 'Answers to it are lost unless a map says what becomes of them: `-o map.yaml` drafts one.',
  ),
  'question-renamed': breaking<{ from: string; to: string }>(
    ({ from, to }) => `\`${from}\` has the id \`${to}\` now, with the same wording`,
    ({ from, to }) =>
      `Keep the old id; or carry the answers over with \`rename: { ${from}: ${to} }\` in a map.`,
  ),
  'question-added': notable<Worded>(({ id, text }) => `\`${id}\`, ${shown(text)}, is asked now`),
  'required-question-added': breaking<Worded>(
    ({ id, text }) => `\`${id}\`, ${shown(text)}, is asked now and required: returned answers lack it`,
    () => 'Leave `required` out as long as earlier answers are to stay valid.',
  ),
  'question-reworded': notable<FromTo>(
    ({ id, from, to }) => `the wording of \`${id}\` was edited: ${wording(from)} is ${wording(to)} now`,
  ),
  'question-replaced': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` asks something else now: ${wording(from)} became ${wording(to)}`,
    () => 'Give the new question an id of its own, so that old answers are not taken for answers to it.',
  ),
  'question-type-changed': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` was a ${from} question and is a ${to} question now`,
  ),
  'question-scale-changed': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` is answered on the scale \`${to}\` now, not on \`${from}\``,
    () => 'Say in a map what each old level becomes: `-o map.yaml` drafts one.',
  ),
  'question-made-required': breaking<Id & { unconditional: boolean }>(({ id, unconditional }) =>
    unconditional
      ? `\`${id}\` is required and asked of everybody now: those who were not asked left it blank`
      : `\`${id}\` is required now: returned blanks are no longer valid`,
  ),
  'question-made-optional': notable<Id>(({ id }) => `\`${id}\` may be left blank now`),
  'when-added': breaking<Id & { when: string }>(
    ({ id, when }) => `\`${id}\` is only asked where ${shown(when)} now: other answers to it no longer count`,
  ),
  'when-removed': notable<Id & { when: string }>(
    ({ id, when }) =>
      `\`${id}\` is asked of everybody now, not only where ${shown(when)}: earlier ones count as blank`,
  ),
  'when-changed': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` is asked where ${wording(to)} now, and no longer where ${wording(from)}`,
  ),
  'limits-narrowed': breaking<Id & { limits: readonly string[] }>(
    ({ id, limits }) => `\`${id}\` permits less than before: ${limits.join(', ')}`,
  ),
  'limits-widened': notable<Id & { limits: readonly string[] }>(
    ({ id, limits }) => `\`${id}\` permits more than before: ${limits.join(', ')}`,
  ),
  'number-unit-changed': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` is asked in ${to} now, not in ${from}`,
  ),
  'number-score-changed': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` is scored ${to} now, not ${from}`,
  ),
  'combine-changed': breaking<FromTo>(
    ({ id, from, to }) => `what is chosen for \`${id}\` is combined by \`${to}\` now, not by \`${from}\``,
  ),
  'reverse-changed': breaking<Id & { reverse: boolean }>(({ id, reverse }) =>
    reverse
      ? `the score of \`${id}\` is turned round now: its best answer became its worst`
      : `the score of \`${id}\` is no longer turned round: its best answer became its worst`,
  ),
  'non-answer-withdrawn': breaking<{ questions: readonly string[]; nonAnswers: readonly string[] }>(
    ({ questions, nonAnswers }) =>
      `${and(nonAnswers)} may no longer be answered to ${manyQuestions(questions)}`,
    () => 'Returned answers that say so are refused from now on.',
  ),
  'non-answer-permitted': notable<{ questions: readonly string[]; nonAnswers: readonly string[] }>(
    ({ questions, nonAnswers }) => `${and(nonAnswers)} may be answered to ${manyQuestions(questions)} now`,
  ),
  'question-moved': breaking<FromTo>(
    ({ id, from, to }) => `\`${id}\` counts for \`${to}\` now, not for \`${from}\``,
  ),
  'question-themes-changed': breaking<FromTo>(
    ({ id, from, to }) => `among the themes, \`${id}\` counts for ${to} now, not for ${from}`,
  ),
  'follow-ups-changed': notable<FromTo>(
    ({ id, from, to }) => `with \`${id}\`, ${to} is asked for now, not ${from}`,
  ),
};

function manyQuestions(ids: readonly string[]): string {
  return ids.length > 3 ? count(ids.length, 'question') : and(ids);
}
