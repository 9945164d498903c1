import { count } from '../../finding/words.js';
import { type Question, type Questionnaire, questionsBelow } from '../../questionnaire/questionnaire.js';
import { originWords } from '../../response/carry/origin-words.js';
import { resolve } from '../../response/resolve.js';
import { type Answer, blankAnswer, type Response } from '../../response/response.js';
import { spreadOf } from '../../response/spread.js';
import { answerText, remarkText } from '../form/answer-text.js';
import { answerWords, formRemarks, levelLines, modeWords, optionWords, remarkTitle } from '../form/words.js';

/** What was said in an interview, for those who said it to confirm. */
export interface InterviewRecord {
  readonly title: string;
  readonly language: string;
  readonly facts: readonly Fact[];
  readonly parts: readonly RecordPart[];
  /** What nobody could answer yet. */
  readonly open: readonly OpenQuestion[];
}

/** Something with what it is. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** An outermost dimension. */
export interface RecordPart {
  readonly title: string;
  readonly entries: readonly RecordEntry[];
}

/** A question that was asked, and what was said to it. */
export interface RecordEntry {
  readonly text: string;
  /** The answer in the words that were chosen; a non-answer in its word; nothing where it is open. */
  readonly answer: { readonly label: string; readonly meaning: string | undefined } | undefined;
  readonly remarks: readonly Fact[];
}

/** A question that is open, or that was answered with "don't know". */
export interface OpenQuestion {
  readonly text: string;
  readonly why: string;
  /** Who was named for it, where somebody was. */
  readonly ask: string | undefined;
}

export function makeRecord(questionnaire: Questionnaire, response: Response): InterviewRecord {
  const { states } = resolve(questionnaire, response);
  const isAsked = ({ index }: Question) => states[index] !== 'not_asked';
  const answerOf = ({ id }: Question) =>
    (Object.hasOwn(response.answers, id) ? response.answers[id] : undefined) ?? blankAnswer;
  return {
    title: questionnaire.title.trim(),
    language: questionnaire.language,
    facts: factsOf(questionnaire, response),
    parts: questionnaire.dimensions.map((dimension) => ({
      title: dimension.title.trim(),
      entries: questionsBelow(dimension)
        .filter(isAsked)
        .map((question) => entryOf(questionnaire, question, answerOf(question))),
    })),
    open: questionnaire.questions.filter(isAsked).flatMap((question): readonly OpenQuestion[] => {
      const answer = answerOf(question);
      const state = states[question.index];
      if (state !== 'unanswered' && state !== 'dont_know') return [];
      const why = state === 'unanswered' ? 'not answered yet' : 'not known in the room';
      return [{ text: textOf(question), why, ask: answer.contact }];
    }),
  };
}

function factsOf(
  { profile: fields, version }: Questionnaire,
  { profile, wave, mode, official, completed, participants, id }: Response,
): readonly Fact[] {
  const who = fields.flatMap((field): readonly Fact[] => {
    const value = profile[field.id];
    if (value === undefined) return [];
    const options = field.type === 'choice' ? optionWords(field.options) : [];
    const text = options.find((option) => option.id === value)?.word ?? String(value);
    return [{ label: field.title.trim(), text }];
  });
  const roles = participants?.roles ?? [];
  const people =
    participants === undefined
      ? undefined
      : `${count(participants.count, 'person', 'people')}${roles.length === 0 ? '' : `: ${roles.join(', ')}`}`;
  const more: readonly (readonly [string, string | undefined])[] = [
    ['Wave', wave],
    ['How', mode === undefined ? undefined : modeWords[mode]],
    ['Given as', official === true ? 'the answer of a body, and of no person' : undefined],
    ['Completed', completed?.slice(0, 16).replace('T', ' ')],
    ['Who took part', people],
    ['Questionnaire', `version ${version}`],
    ['Response', id],
  ];
  return [...who, ...more.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]))];
}

function entryOf(questionnaire: Questionnaire, question: Question, answer: Answer): RecordEntry {
  return {
    text: textOf(question),
    answer: chosen(questionnaire, question, answer),
    remarks: remarksOf(questionnaire, question, answer),
  };
}

function textOf({ text, grid }: Question): string {
  return grid === undefined ? text.trim() : `${grid.text.trim()} ${text.trim()}`;
}

function chosen(questionnaire: Questionnaire, question: Question, answer: Answer): RecordEntry['answer'] {
  const label = answerText(questionnaire, question, answer);
  if (label === undefined) return undefined;
  const level =
    question.type === 'level' ? question.scale.levels.findIndex(({ value }) => value === answer.value) : -1;
  const meaning = question.type === 'level' ? levelLines(question)[level]?.meaning : undefined;
  return { label: String(label), meaning };
}

/** A target in its words too, so that what was wanted can be confirmed. */
function remarksOf(questionnaire: Questionnaire, question: Question, answer: Answer): readonly Fact[] {
  const written = formRemarks.flatMap((remark): readonly Fact[] => {
    const text = remarkText(questionnaire, question, remark, answer);
    return text === undefined ? [] : [{ label: remarkTitle(questionnaire, remark), text: `${text}` }];
  });
  const votes =
    answer.votes === undefined ? [] : [{ label: 'Votes', text: votesText(question, answer.votes) }];
  const dissent = answer.dissent === undefined ? [] : [{ label: 'Dissent', text: answer.dissent }];
  const { carried } = answer;
  const from = carried === undefined ? [] : [{ label: 'Brought over from', text: originWords(carried) }];
  return [...from, ...votes, ...dissent, ...written];
}

/** `2 for Starting, 3 for Established; 1 without a level`. */
function votesText(question: Question, votes: NonNullable<Answer['votes']>): string {
  const words = new Map(answerWords(question).map(({ key, word }) => [key, word]));
  const spread = spreadOf(question, votes);
  if (spread === undefined) {
    const counts = new Map<string, number>();
    for (const vote of votes) {
      const word =
        typeof vote === 'boolean'
          ? vote
            ? 'Yes'
            : 'No'
          : (words.get(vote) ?? String(vote).replaceAll('_', ' '));
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...counts].map(([word, n]) => `${n} for ${word}`).join(', ');
  }
  const levels = spread.counts
    .filter(({ votes: n }) => n > 0)
    .map(({ value, votes: n }) => `${n} for ${words.get(value) ?? value}`);
  return `${levels.join(', ')}${spread.withoutLevel === 0 ? '' : `; ${spread.withoutLevel} without a level`}`;
}
