import type { Question, Questionnaire } from '../../../questionnaire/questionnaire.js';
import { originWords } from '../../../response/carry/origin-words.js';
import { remarksOf } from '../../../response/reading/read-remark.js';
import { answerText } from '../answer-text.js';
import { type Asked, durationText, type Entry, type Form, type GridText } from '../form.js';
import {
  answerWords,
  barrierWords,
  formRemarks,
  freeAnswerHint,
  levelLines,
  optionWords,
  permittedWords,
  remarkTitle,
} from '../words.js';

/** A questionnaire to read: on paper for approval beforehand, and in the room. */
export interface Handout {
  readonly title: string;
  readonly language: string;
  /** Version, notice and the like, each with what it says. */
  readonly facts: readonly Fact[];
  readonly parts: readonly HandoutPart[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface HandoutPart {
  readonly number: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly entries: readonly HandoutEntry[];
}

export type HandoutEntry = HandoutHeading | HandoutQuestion;

export interface HandoutHeading {
  readonly kind: 'heading';
  readonly number: string;
  readonly title: string;
  readonly description: string | undefined;
}

/** A question, or a grid with its items. */
export interface HandoutQuestion {
  readonly kind: 'question';
  readonly number: string;
  readonly text: string;
  readonly items: readonly string[];
  readonly required: boolean;
  readonly when: string | undefined;
  readonly help: string | undefined;
  /** What can be chosen, with what it means here where that is said. */
  readonly answers: readonly { readonly label: string; readonly meaning: string | undefined }[];
  /** How to answer, and how not to. */
  readonly hints: readonly string[];
  /** What is asked beside it. */
  readonly further: readonly string[];
}

export function makeHandout(form: Form): Handout {
  const { questionnaire } = form;
  return {
    title: questionnaire.title.trim(),
    language: questionnaire.language,
    facts: factsOf(form),
    parts: form.parts.map(({ number, dimension, entries }) => ({
      number,
      title: dimension.title.trim(),
      description: dimension.description?.trim(),
      entries: entries.flatMap((entry, at) => handoutEntry(questionnaire, entry, at, entries)),
    })),
  };
}

function factsOf({ questionnaire, profile, duration, wave, parts }: Form): readonly Fact[] {
  const { description, notice, licence, sources, barriers, version } = questionnaire;
  const who = profile.map(({ field, value }) => {
    const options = field.type === 'choice' ? optionWords(field.options) : [];
    const known = options.find(({ id }) => id === value)?.word ?? value;
    const among = options.length === 0 ? '' : ` (${options.map(({ word }) => word).join('; ')})`;
    return known === undefined ? `${field.title.trim()}${among}` : `${field.title.trim()}: ${known}`;
  });
  const asksBarriers = parts.some(({ entries }) =>
    entries.some((entry) => entry.kind === 'question' && entry.question.ask.includes('barriers')),
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['About', description],
    ['Who sees the answers', notice],
    ['How long', durationText(duration)],
    ['Who answers', who.length === 0 ? undefined : who.join('\n')],
    [
      'Barriers to choose from',
      asksBarriers
        ? barrierWords(barriers)
            .map(({ word }) => word)
            .join('; ')
        : undefined,
    ],
    ['Wave', wave],
    ['Version', version],
    ['Licence', licence],
    ['Sources', sources.length === 0 ? undefined : sources.join('\n')],
  ];
  return facts.flatMap(([label, text]) => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? [] : [{ label, text: trimmed }];
  });
}

function handoutEntry(
  questionnaire: Questionnaire,
  entry: Entry,
  at: number,
  entries: readonly Entry[],
): readonly HandoutEntry[] {
  switch (entry.kind) {
    case 'heading':
      return [{ ...entry, title: entry.title.trim(), description: entry.description?.trim() }];
    case 'grid':
      return gridQuestion(questionnaire, entry, entries.slice(at + 1));
    case 'question':
      // The items of a grid stand with its text.
      return entry.question.grid === undefined ? [plainQuestion(questionnaire, entry)] : [];
  }
}

function plainQuestion(questionnaire: Questionnaire, asked: Asked): HandoutQuestion {
  const { number, question, when } = asked;
  return {
    kind: 'question',
    number,
    text: question.text.trim(),
    items: [],
    required: question.required,
    when,
    help: question.help?.trim(),
    answers: answersOf(question),
    hints: [...hintsOf(questionnaire, question), ...carriedHint(questionnaire, asked)],
    further: furtherOf(questionnaire, question),
  };
}

function gridQuestion(
  questionnaire: Questionnaire,
  { number, text, help, when }: GridText,
  following: readonly Entry[],
): readonly HandoutQuestion[] {
  const [first] = following;
  if (first?.kind !== 'question') return [];
  const end = following.findIndex(
    (entry) => entry.kind !== 'question' || entry.question.grid?.id !== first.question.grid?.id,
  );
  const items = following
    .slice(0, end < 0 ? following.length : end)
    .flatMap((entry) => (entry.kind === 'question' ? [entry.question.text.trim()] : []));
  const whole = plainQuestion(questionnaire, first);
  return [{ ...whole, number, text: text.trim(), items, when, help: help?.trim() }];
}

function answersOf(question: Question): HandoutQuestion['answers'] {
  switch (question.type) {
    case 'level':
      return levelLines(question);
    case 'choice':
    case 'choices':
      return answerWords(question).map(({ word }) => ({ label: word, meaning: undefined }));
    default:
      return [];
  }
}

function hintsOf(questionnaire: Questionnaire, question: Question): readonly string[] {
  const words = permittedWords(questionnaire, question);
  const alone =
    question.type === 'choices'
      ? question.options.filter(({ exclusive }) => exclusive).map(({ label }) => `“${label.trim()}”`)
      : [];
  const how =
    question.type === 'choices'
      ? `Choose any that apply${alone.length === 0 ? '' : `; ${alone.join(' and ')} only by itself`}`
      : freeAnswerHint(question);
  return [...(how === undefined ? [] : [how]), ...(words.length === 0 ? [] : [`Or: ${words.join('; ')}`])];
}

/** What was answered elsewhere: it is read out, and not asked again. */
function carriedHint(questionnaire: Questionnaire, { question, carried }: Asked): readonly string[] {
  if (carried === undefined || question.grid !== undefined) return [];
  const said = answerText(questionnaire, question, carried.answer);
  return [`Answered in ${originWords(carried.from, carried.title)}, to be confirmed: ${said}`];
}

function furtherOf(questionnaire: Questionnaire, question: Question): readonly string[] {
  const takes = remarksOf(question);
  return formRemarks
    .filter((remark) => remark !== 'note' && takes.includes(remark))
    .map((remark) => remarkTitle(questionnaire, remark));
}
