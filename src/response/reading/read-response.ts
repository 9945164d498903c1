import { type Finding, finding, type Path } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { isMap } from '../../questionnaire/definition/tree.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Labels } from '../labels/labels.js';
import { type Answer, blankAnswer } from '../response.js';
import type { Locate } from '../schema/validate.js';
import { dateOrTimeOf } from '../texts/plain-values.js';
import { type AnswerReader, answerReaders, readValue } from './read-answer.js';
import { type ProfileReader, profileReader, readProfileValue } from './read-profile.js';
import { barrierLabels, type RemarksDraft, readRemark, remarksOf } from './read-remark.js';

/** What responses to one questionnaire are read with. */
export interface ResponseReader {
  readonly questionnaire: Questionnaire;
  readonly readers: readonly AnswerReader[];
  readonly byId: ReadonlyMap<string, AnswerReader>;
  readonly barriers: Labels;
  readonly profile: ReadonlyMap<string, ProfileReader>;
  /** A blank answer to every question: what is read is a copy of it. */
  readonly blank: Readonly<Record<string, Answer>>;
  /** Ids of personal fields that are not dropped. */
  readonly keep: ReadonlySet<string>;
}

export function responseReader(
  questionnaire: Questionnaire,
  keep: ReadonlySet<string> = new Set(),
): ResponseReader {
  const readers = answerReaders(questionnaire);
  return {
    questionnaire,
    readers,
    byId: new Map(readers.map((reader) => [reader.question.id, reader])),
    barriers: barrierLabels(questionnaire),
    profile: new Map(questionnaire.profile.map((field) => [field.id, profileReader(field)])),
    blank: Object.fromEntries(readers.map(({ question }) => [question.id, blankAnswer])),
    keep,
  };
}

/** A response as its schema wants it, if it can be made so; what could not be read is as it was. */
export interface ResponseReading {
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** The paths that the findings are about. */
  readonly faulty: readonly Path[];
}

type Faults = (path: Path, found: Finding) => void;

/** Reads a typed response: labels become values, words non-answers, blanks blank answers; personal fields are dropped unless they are kept. */
export function readResponse(reader: ResponseReader, written: unknown, locate: Locate): ResponseReading {
  const findings: Finding[] = [];
  const faulty: Path[] = [];
  const fault: Faults = (path, found) => {
    findings.push(found);
    faulty.push(path);
  };
  if (!isMap(written)) {
    fault([], finding('response-not-an-object', locate([]), { name: 'the response', found: written }));
    return { data: written, findings, faulty };
  }
  const { completed, profile = {}, answers = {} } = written;
  const time = typeof completed === 'string' ? dateOrTimeOf(completed) : undefined;
  if (typeof completed === 'string' && time === undefined) {
    fault(
      ['completed'],
      finding('answer-not-a-date', locate(['completed']), { name: 'completed', found: completed }),
    );
  }
  const data = {
    ...written,
    ...(time === undefined ? {} : { completed: time }),
    profile: readProfile(reader, profile, locate, fault),
    answers: readAnswers(reader, answers, locate, fault),
  };
  return { data, findings, faulty };
}

function readProfile(
  { profile: fields, keep }: ResponseReader,
  written: unknown,
  locate: Locate,
  fault: Faults,
): unknown {
  if (!isMap(written)) return written;
  const kept: [string, unknown][] = [];
  for (const [id, value] of Object.entries(written)) {
    const reader = fields.get(id);
    if (reader === undefined) {
      kept.push([id, value]);
      continue;
    }
    if (reader.field.personal && !keep.has(id)) continue;
    const path = ['profile', id];
    const read = readProfileValue(reader, value, { place: locate(path), name: id });
    if (typeof read === 'object') fault(path, read);
    if (read !== undefined) kept.push([id, typeof read === 'object' ? value : read]);
  }
  return Object.fromEntries(kept);
}

function readAnswers(reader: ResponseReader, written: unknown, locate: Locate, fault: Faults): unknown {
  if (!isMap(written)) return written;
  const answers: Record<string, unknown> = { ...reader.blank };
  const strangers: [string, unknown][] = [];
  for (const [id, value] of Object.entries(written)) {
    const found = reader.byId.get(id);
    if (found === undefined) {
      strangers.push([id, value]);
      const allowed = [...reader.byId.keys()];
      const args = { key: id, of: 'answers', allowed, suggestion: suggest(id, allowed) };
      fault(['answers', id], finding('response-unknown-key', locate(['answers', id]), args));
    } else answers[id] = readTypedAnswer(reader, found, value, ['answers', id], locate, fault);
  }
  return strangers.length === 0 ? answers : { ...answers, ...Object.fromEntries(strangers) };
}

function readTypedAnswer(
  { barriers }: ResponseReader,
  reader: AnswerReader,
  written: unknown,
  path: Path,
  locate: Locate,
  fault: Faults,
): unknown {
  if (written === null) return blankAnswer;
  const { id } = reader.question;
  if (!isMap(written)) {
    const needed = 'an object such as `{ "value": … }` or `{ "non_answer": "dont_know" }`';
    fault(path, finding('answer-wrong-kind', locate(path), { name: id, found: written, needed }));
    return written;
  }
  const remarks = remarksOf(reader.question);
  const draft: RemarksDraft = {};
  // What could not be read stays, so that the schema does not take it for missing.
  const rest: [string, unknown][] = [];
  for (const [key, value] of Object.entries(written)) {
    const at = [...path, key];
    const remark = remarks.find((known) => known === key);
    if (remark !== undefined) {
      const found = readRemark(
        reader,
        barriers,
        remark,
        value,
        { place: locate(at), name: `${id}__${key}` },
        draft,
      );
      if (found === undefined) continue;
      fault(at, found);
      rest.push([key, value]);
    } else if (key === 'value') {
      const reading = readValue(reader, value, { place: locate(at), name: id });
      if (reading.kind === 'fault') fault(at, reading.finding);
      if (reading.kind === 'value') rest.push(['value', reading.value]);
      else if (reading.kind === 'non_answer') rest.push(['non_answer', reading.non_answer]);
      else if (reading.kind === 'fault') rest.push([key, value]);
    } else if (key === 'non_answer') {
      const meaning = nonAnswerOf(reader, value);
      if (meaning !== 'unanswered' && meaning !== 'not_asked') rest.push([key, meaning]);
    } else {
      rest.push([key, value]);
    }
  }
  return { ...Object.fromEntries(rest), ...draft };
}

/** The non-answer that a word means; anything else is left for the schema to refuse. */
function nonAnswerOf({ words }: AnswerReader, written: unknown): unknown {
  if (written === null) return 'unanswered';
  return (typeof written === 'string' ? words.get(fold(written)) : undefined) ?? written;
}
