import { answerText, remarkText } from '../../export/form/answer-text.js';
import { levelLines, nonAnswerWord, remarkTitle } from '../../export/form/words.js';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { Answer } from '../../response/response.js';
import { spreadOf, type Votes } from '../../response/spread.js';
import type { Conversation } from '../conversation.js';
import { progressOf } from '../session/progress.js';

/** A question as plain lines: where we are, what is asked, what can be answered, what was said. */
export function questionLines(conversation: Conversation, question: Question): readonly string[] {
  const { interview, state } = conversation;
  const { questionnaire } = interview;
  const answer = answerIn(state().draft, question.id);
  return [
    '',
    whereLine(conversation),
    ...(question.grid === undefined ? [] : [question.grid.text]),
    question.text,
    ...(question.help === undefined ? [] : [`  ${question.help}`]),
    ...choiceLines(question),
    ...waysOutLines(questionnaire, question),
    ...answerLines(questionnaire, question, answer, 'Now'),
  ];
}

function whereLine({ interview, state }: Conversation): string {
  const { section, question, done } = progressOf(interview, state());
  const parts = [
    section && `Section ${section.nth} of ${section.of}, ${section.title}`,
    question && `question ${question.nth} of ${question.of}`,
    `${Math.floor(done * 100)} % done`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** What can be answered, each with what is typed for it. */
function choiceLines(question: Question): readonly string[] {
  switch (question.type) {
    case 'level':
      return levelLines(question).map(
        ({ label, meaning }, i) =>
          `  ${question.scale.levels[i]?.value ?? ''}  ${meaning === undefined ? label : `${label}: ${meaning}`}`,
      );
    case 'choice':
      return optionLines(question.options);
    case 'choices':
      return [...optionLines(question.options), '  Several: their numbers with spaces between.'];
    case 'yes_no':
      return ['  yes or no'];
    case 'number':
      return [
        `  A number${limitsOf(question.min, question.max)}${question.unit === undefined ? '' : `, in ${question.unit}`}`,
      ];
    case 'date':
      return [`  A date such as 2026-11-23${limitsOf(question.min, question.max)}`];
    case 'text':
      return ['  In your own words; commands begin with a colon, as :back'];
  }
}

function optionLines(options: readonly { readonly label: string }[]): readonly string[] {
  return options.map(({ label }, i) => `  ${i + 1}  ${label}`);
}

function limitsOf(min: number | string | undefined, max: number | string | undefined): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return `, at least ${min}`;
  return min === undefined ? `, at most ${max}` : `, from ${min} to ${max}`;
}

function waysOutLines(questionnaire: Questionnaire, { type, nonAnswers }: Question): readonly string[] {
  const letters = { dont_know: 'd', not_applicable: 'x', refused: 'r' } as const;
  if (nonAnswers.length === 0) return [];
  const colon = type === 'text' ? ':' : '';
  return [
    `  ${nonAnswers.map((way) => `${colon}${letters[way]}  ${nonAnswerWord(questionnaire, way)}`).join('   ')}`,
  ];
}

/** An answer with what accompanies it. */
export function answerLines(
  questionnaire: Questionnaire,
  question: Question,
  answer: Answer,
  when: string,
): readonly string[] {
  const text = answerText(questionnaire, question, answer);
  const remarks = (
    ['target', 'evidence', 'barriers', 'confidence', 'best_practice', 'note'] as const
  ).flatMap((key) => {
    const said = remarkText(questionnaire, question, key, answer);
    return said === undefined ? [] : [`  ${remarkTitle(questionnaire, key)}: ${said}`];
  });
  const votes = answer.votes === undefined ? [] : spreadLines(question, answer.votes);
  const dissent = answer.dissent === undefined ? [] : [`  Dissent: ${answer.dissent}`];
  return [...(text === undefined ? [] : [`${when}: ${text}`]), ...votes, ...remarks, ...dissent];
}

/** How the room voted. */
export function spreadLines(question: Question, votes: Votes): readonly string[] {
  const spread = spreadOf(question, votes);
  if (spread === undefined) return [`  Votes: ${votes.join(', ')}`];
  const { counts, withoutLevel, median } = spread;
  const levels = counts.filter((each) => each.votes > 0).map(({ value, votes: n }) => `${value}: ${n}`);
  const others = withoutLevel === 0 ? '' : `; without a level: ${withoutLevel}`;
  return [`  Votes for ${levels.join(', ')}${others}; the middle is ${median}`];
}
