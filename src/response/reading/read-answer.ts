import { type Finding, finding, type Place } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type {
  GivenNonAnswer,
  NonAnswer,
  Question,
  Questionnaire,
} from '../../questionnaire/questionnaire.js';
import { ambiguous, type Labels, nearest } from '../labels/labels.js';
import { type NonAnswerWords, nonAnswerWords } from '../labels/non-answer-words.js';
import { named, questionLabels } from '../labels/question-labels.js';
import type { AnswerValue } from '../response.js';
import { decimalOf, isDate, nearDecimal, yesNoOf } from '../texts/plain-values.js';
import { characters, patternOf } from '../texts/text-limits.js';

/** What one question's answers are read with: made once, used for every answer. */
export interface AnswerReader {
  readonly question: Question;
  readonly words: NonAnswerWords;
  /** What can be named, for questions about levels or options. */
  readonly labels: Labels | undefined;
  readonly pattern: RegExp | undefined;
}

/** What something that was written turns out to be. */
export type Reading =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  | { readonly kind: 'non_answer'; readonly non_answer: GivenNonAnswer }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly finding: Finding };

/** Where it was written: the place, and what the question or column is called there. */
export interface Spot {
  readonly place: Place;
  readonly name: string;
}

const blank: Reading = { kind: 'blank' };
const yesNoAllowed = [{ value: 'yes' }, { value: 'no' }];

/** The readers of all questions, by `Question.index`. */
export function answerReaders(questionnaire: Questionnaire): readonly AnswerReader[] {
  const words = nonAnswerWords(questionnaire);
  return questionnaire.questions.map((question) => answerReader(question, words));
}

/** The reader of the question with an id, made when it is first asked for. */
export function answerReaderById(questionnaire: Questionnaire): (id: string) => AnswerReader | undefined {
  const words = nonAnswerWords(questionnaire);
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const made = new Map<string, AnswerReader>();
  return (id) => {
    const question = questions.get(id);
    if (question === undefined) return undefined;
    const reader = made.get(id) ?? answerReader(question, words);
    made.set(id, reader);
    return reader;
  };
}

/** The reader of one question. */
function answerReader(question: Question, words: NonAnswerWords): AnswerReader {
  return {
    question,
    words,
    labels: questionLabels(question),
    pattern: question.type === 'text' ? patternOf(question.pattern) : undefined,
  };
}

/**
 * Reads an answer as it was written: the text of a cell, a typed JSON value, or an example's value. A text means the
 * same in all three. Blank is white space, null or an empty list. Nothing is guessed: what is not plainly an answer or
 * a permitted non-answer is a fault, with the nearest answer as a suggestion.
 */
export function readAnswer(reader: AnswerReader, written: unknown, spot: Spot): Reading {
  if (typeof written !== 'string') return readTyped(reader, written, spot);
  const text = written.trim();
  if (text === '') return blank;
  const declined = reader.words.get(fold(text));
  return declined === undefined ? readText(reader, text, spot) : readNonAnswer(reader, declined, text, spot);
}

/** Reads a value that cannot be a non-answer, since it stands under the key `value`: to a text question any text is an answer. */
export function readValue(reader: AnswerReader, written: unknown, spot: Spot): Reading {
  return typeof written === 'string' && reader.question.type === 'text' && written.trim() !== ''
    ? readText(reader, written, spot)
    : readAnswer(reader, written, spot);
}

function readTyped(reader: AnswerReader, written: unknown, spot: Spot): Reading {
  if (written === null || written === undefined) return blank;
  const { type } = reader.question;
  if (Array.isArray(written)) {
    if (type !== 'choices') return wrongKind(reader, written, spot);
    return written.length === 0 ? blank : readChosen(reader, written.map(String), spot);
  }
  if (typeof written === 'number') {
    if (type === 'number') return readNumber(reader, written, written, spot);
    if (type !== 'text' && type !== 'date') return readText(reader, String(written), spot);
  }
  if (typeof written === 'boolean') {
    if (type === 'yes_no') return { kind: 'value', value: written };
    if (type === 'choice' || type === 'choices') return readText(reader, String(written), spot);
  }
  return wrongKind(reader, written, spot);
}

function readText(reader: AnswerReader, text: string, spot: Spot): Reading {
  if (text.includes('\0')) return fault(finding('answer-nul', spot.place, { name: spot.name }));
  const { question } = reader;
  switch (question.type) {
    case 'level':
    case 'choice':
      return readOne(reader, text, spot);
    case 'choices':
      return readSeveral(reader, text, spot);
    case 'yes_no': {
      const value = yesNoOf(text);
      return value === undefined ? unknown(reader, text, spot) : { kind: 'value', value };
    }
    case 'number':
      return readNumber(reader, decimalOf(text), text, spot);
    case 'date':
      return readDate(question, text, spot);
    case 'text':
      return readFreeText(reader, text, spot);
  }
}

function readOne(reader: AnswerReader, text: string, spot: Spot): Reading {
  const found = named(reader.question, reader.labels, text);
  if (found === ambiguous) return unclear(reader, text, spot);
  return found === undefined ? unknown(reader, text, spot) : { kind: 'value', value: found };
}

/** One label that has a `;` in it, or several joined by it. */
function readSeveral(reader: AnswerReader, text: string, spot: Spot): Reading {
  const whole = named(reader.question, reader.labels, text);
  if (whole !== undefined && whole !== ambiguous) return { kind: 'value', value: [String(whole)] };
  const parts = text.split(';').filter((part) => part.trim() !== '');
  return parts.length === 0 ? unknown(reader, text, spot) : readChosen(reader, parts, spot);
}

/** The same option named twice is chosen once. */
function readChosen(reader: AnswerReader, parts: readonly string[], spot: Spot): Reading {
  const chosen = new Set<string>();
  for (const part of parts) {
    if (reader.words.has(fold(part))) {
      if (parts.length === 1) return readAnswer(reader, part, spot);
      return fault(finding('non-answer-among-answers', spot.place, { name: spot.name, found: part.trim() }));
    }
    const found = named(reader.question, reader.labels, part);
    if (found === ambiguous) return unclear(reader, part, spot);
    if (found === undefined) return unknown(reader, part.trim(), spot);
    chosen.add(String(found));
  }
  const value = [...chosen];
  const alone = value.length > 1 ? value.find((id) => standsAlone(reader.question, id)) : undefined;
  if (alone === undefined) return { kind: 'value', value };
  const others = value.filter((id) => id !== alone);
  return fault(finding('option-not-alone', spot.place, { name: spot.name, option: alone, others }));
}

function readNumber(reader: AnswerReader, value: number | undefined, found: unknown, spot: Spot): Reading {
  const { question } = reader;
  if (question.type !== 'number') return wrongKind(reader, found, spot);
  const { place, name } = spot;
  if (value === undefined || !Number.isFinite(value)) {
    const suggestion = typeof found === 'string' ? nearDecimal(found) : undefined;
    return fault(finding('answer-not-a-number', place, { name, found, suggestion }));
  }
  if (question.integer && !Number.isInteger(value))
    return fault(finding('answer-not-whole', place, { name, found }));
  const { min, max } = question;
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    return fault(finding('answer-out-of-limits', place, { name, found, min, max }));
  }
  return { kind: 'value', value };
}

function readDate(
  { min, max }: { min?: string; max?: string },
  text: string,
  { place, name }: Spot,
): Reading {
  if (!isDate(text)) return fault(finding('answer-not-a-date', place, { name, found: text }));
  if ((min !== undefined && text < min) || (max !== undefined && text > max)) {
    return fault(finding('answer-out-of-limits', place, { name, found: text, min, max }));
  }
  return { kind: 'value', value: text };
}

function readFreeText({ question, pattern }: AnswerReader, text: string, { place, name }: Spot): Reading {
  const most = question.type === 'text' ? question.maxLength : undefined;
  const length = most === undefined ? 0 : characters(text);
  if (most !== undefined && length > most)
    return fault(finding('answer-too-long', place, { name, length, most }));
  if (pattern !== undefined && !pattern.test(text)) {
    return fault(finding('answer-pattern', place, { name, found: text, pattern: pattern.source }));
  }
  return { kind: 'value', value: text };
}

function readNonAnswer(
  { question }: AnswerReader,
  nonAnswer: NonAnswer,
  found: string,
  { place, name }: Spot,
): Reading {
  if (nonAnswer === 'unanswered' || nonAnswer === 'not_asked') return blank;
  if (question.nonAnswers.includes(nonAnswer)) return { kind: 'non_answer', non_answer: nonAnswer };
  const permitted = question.nonAnswers;
  return fault(finding('non-answer-not-permitted', place, { name, found, nonAnswer, permitted }));
}

function standsAlone(question: Question, id: string): boolean {
  return (
    question.type === 'choices' && question.options.some((option) => option.id === id && option.exclusive)
  );
}

function unknown({ question, labels }: AnswerReader, found: string, { place, name }: Spot): Reading {
  const allowed = labels?.allowed ?? yesNoAllowed;
  const suggestion = labels === undefined ? undefined : nearest(labels, found);
  const nonAnswers = question.nonAnswers;
  return fault(finding('answer-unknown', place, { name, found, allowed, nonAnswers, suggestion }));
}

function unclear({ labels }: AnswerReader, found: string, { place, name }: Spot): Reading {
  const allowed = labels?.allowed ?? [];
  return fault(finding('answer-ambiguous', place, { name, found: found.trim(), allowed }));
}

const needs: Readonly<Record<Question['type'], string>> = {
  level: 'one level',
  yes_no: 'yes or no',
  choice: 'one option',
  choices: 'a list of options',
  number: 'a number',
  text: 'a text',
  date: 'a date such as `2026-11-23`',
};

function wrongKind({ question }: AnswerReader, found: unknown, { place, name }: Spot): Reading {
  return fault(finding('answer-wrong-kind', place, { name, found, needed: needs[question.type] }));
}

function fault(found: Finding): Reading {
  return { kind: 'fault', finding: found };
}
