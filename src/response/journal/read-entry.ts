import { isMap } from '../../questionnaire/definition/tree.js';
import { givenNonAnswers } from '../../questionnaire/questionnaire.js';
import { type CarriedFrom, remarkKeys } from '../response.js';
import { dateOrTimeOf } from '../texts/plain-values.js';
import type {
  AnswerEvent,
  Asked,
  JournalEntry,
  JournalEvent,
  OpenedEvent,
  RemarkEvent,
  Stop,
} from './entry.js';
import { journalFormat } from './entry.js';

/** The entry, where it has the shape of one; whether its values are answers is told when it is replayed. */
export function readEntry(data: unknown): JournalEntry | undefined {
  if (!isMap(data) || typeof data.time !== 'string' || dateOrTimeOf(data.time) === undefined)
    return undefined;
  const event = eventOf(data);
  return event === undefined ? undefined : { ...event, time: data.time };
}

function eventOf(data: Readonly<Record<string, unknown>>): JournalEvent | undefined {
  switch (data.event) {
    case 'opened':
      return openedOf(data);
    case 'resumed': {
      const asked = askedOf(data);
      return asked === undefined ? undefined : { event: 'resumed', ...asked };
    }
    case 'profile': {
      const { field, value } = data;
      const isValue = value === null || typeof value === 'string' || typeof value === 'number';
      return typeof field === 'string' && isValue ? { event: 'profile', field, value } : undefined;
    }
    case 'answer':
      return answerOf(data);
    case 'remark':
      return remarkOf(data);
    case 'room': {
      const { count, roles } = data;
      return typeof count === 'number' && Number.isInteger(count) && count >= 0 && isTexts(roles)
        ? { event: 'room', count, roles }
        : undefined;
    }
    case 'moved': {
      const to = stopOf(data.to);
      return to === undefined ? undefined : { event: 'moved', to };
    }
    case 'finished':
      return { event: 'finished' };
    default:
      return undefined;
  }
}

function openedOf(data: Readonly<Record<string, unknown>>): OpenedEvent | undefined {
  const { id, wave, mode, official } = data;
  const asked = askedOf(data);
  if (asked === undefined || data.journal !== journalFormat || typeof id !== 'string') return undefined;
  if (mode !== 'interview' && mode !== 'workshop') return undefined;
  if (wave !== undefined && typeof wave !== 'string') return undefined;
  if (official !== undefined && official !== true) return undefined;
  return {
    event: 'opened',
    journal: journalFormat,
    id,
    ...(wave === undefined ? {} : { wave }),
    mode,
    ...(official === undefined ? {} : { official }),
    ...asked,
  };
}

function askedOf({ questionnaire, questions }: Readonly<Record<string, unknown>>): Asked | undefined {
  if (!isMap(questionnaire) || !isMap(questions)) return undefined;
  const { id, version, digest } = questionnaire;
  if (typeof id !== 'string' || typeof version !== 'string' || typeof digest !== 'string') return undefined;
  const known = Object.entries(questions).flatMap(([question, meaning]) =>
    typeof meaning === 'string' ? [[question, meaning] as const] : [],
  );
  if (known.length < Object.keys(questions).length) return undefined;
  return { questionnaire: { id, version, digest }, questions: Object.fromEntries(known) };
}

function answerOf({
  question,
  value,
  non_answer: declined,
  carried,
}: Readonly<Record<string, unknown>>): AnswerEvent | undefined {
  if (typeof question !== 'string') return undefined;
  const from = carriedOf(carried);
  if (carried !== undefined && from === undefined) return undefined;
  const origin = from === undefined ? {} : { carried: from };
  if (declined !== undefined) {
    const nonAnswer = givenNonAnswers.find((known) => known === declined);
    return nonAnswer === undefined || value !== undefined
      ? undefined
      : { event: 'answer', question, non_answer: nonAnswer, ...origin };
  }
  if (value === undefined) return from === undefined ? { event: 'answer', question } : undefined;
  return isPlain(value) || isTexts(value) ? { event: 'answer', question, value, ...origin } : undefined;
}

function carriedOf(data: unknown): CarriedFrom | undefined {
  if (!isMap(data)) return undefined;
  const { questionnaire, version, response, wave, completed } = data;
  if (typeof questionnaire !== 'string' || typeof version !== 'string' || typeof response !== 'string') {
    return undefined;
  }
  return {
    questionnaire,
    version,
    response,
    ...(typeof wave === 'string' ? { wave } : {}),
    ...(typeof completed === 'string' ? { completed } : {}),
  };
}

function remarkOf({ question, key, value }: Readonly<Record<string, unknown>>): RemarkEvent | undefined {
  const known = remarkKeys.find((each) => each === key);
  if (typeof question !== 'string' || known === undefined) return undefined;
  const read = remarkValue(value);
  return read === undefined ? undefined : { event: 'remark', question, key: known, value: read };
}

function remarkValue(value: unknown): RemarkEvent['value'] | undefined {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (isTexts(value)) return value;
  return Array.isArray(value) && value.every(isPlain) ? value : undefined;
}

function stopOf(data: unknown): Stop | undefined {
  if (!isMap(data)) return undefined;
  if (data.at === 'review') return { at: 'review' };
  if ((data.at === 'question' || data.at === 'summary') && typeof data.id === 'string')
    return { at: data.at, id: data.id };
  return undefined;
}

function isPlain(value: unknown): value is number | string | boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
