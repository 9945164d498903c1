import type { GivenNonAnswer } from '../../questionnaire/questionnaire.js';
import type { AnswerValue, CarriedFrom, Mode, RemarkKey, Remarks, Response } from '../response.js';
import type { QuestionDigests } from './question-digests.js';

/** The version of the journal's format. */
export const journalFormat = 1;

/**
 * One line of a journal: something that happened in an interview, as JSON. A journal is only ever added to; what a
 * response came to is read from its lines in their order.
 */
export type JournalEntry = JournalEvent & {
  /** ISO 8601, in UTC. */
  readonly time: string;
};

export type JournalEvent =
  | OpenedEvent
  | ResumedEvent
  | ProfileEvent
  | AnswerEvent
  | RemarkEvent
  | RoomEvent
  | MovedEvent
  | FinishedEvent;

/** Which questionnaire is asked, and what each of its questions means. */
export interface Asked {
  readonly questionnaire: Required<Response['questionnaire']>;
  readonly questions: QuestionDigests;
}

/** The first line of every journal. */
export interface OpenedEvent extends Asked {
  readonly event: 'opened';
  readonly journal: typeof journalFormat;
  /** The response's id. */
  readonly id: string;
  readonly wave?: string;
  readonly mode: Extract<Mode, 'interview' | 'workshop'>;
  /** The answers are given for a body as such, and by no person for themselves. */
  readonly official?: true;
}

/** The interview goes on, perhaps with another version of the questionnaire. */
export interface ResumedEvent extends Asked {
  readonly event: 'resumed';
}

/** A profile field was filled in, or emptied. */
export interface ProfileEvent {
  readonly event: 'profile';
  readonly field: string;
  readonly value: string | number | null;
}

/** A question was answered, declined, or made blank again by neither. What accompanies its answer stays. */
export interface AnswerEvent {
  readonly event: 'answer';
  readonly question: string;
  readonly value?: AnswerValue;
  readonly non_answer?: GivenNonAnswer;
  /** Where it was given first, if it was brought over and confirmed here. */
  readonly carried?: CarriedFrom;
}

/** Something that accompanies an answer was written, or taken back. */
export interface RemarkEvent {
  readonly event: 'remark';
  readonly question: string;
  readonly key: RemarkKey;
  readonly value: NonNullable<Remarks[RemarkKey]> | null;
}

/** Who is in the room from now on. */
export interface RoomEvent extends Room {
  readonly event: 'room';
}

/** The people in a workshop: how many, and in which roles. */
export interface Room {
  readonly count: number;
  readonly roles: readonly string[];
}

/** Another question or summary is shown. */
export interface MovedEvent {
  readonly event: 'moved';
  readonly to: Stop;
}

/** What is shown: a question, the summary of an outermost dimension, or the review of everything. */
export type Stop =
  | { readonly at: 'question'; readonly id: string }
  | { readonly at: 'summary'; readonly id: string }
  | { readonly at: 'review' };

/** The answers were confirmed, and the response is written. */
export interface FinishedEvent {
  readonly event: 'finished';
}

/** What an interview is about, for the journal's first line. */
export interface Occasion {
  readonly id: string;
  readonly wave?: string;
  readonly mode: OpenedEvent['mode'];
  readonly official?: true;
}

export function openedEvent(asked: Asked, { id, wave, mode, official }: Occasion): OpenedEvent {
  return {
    event: 'opened',
    journal: journalFormat,
    id,
    ...(wave === undefined ? {} : { wave }),
    mode,
    ...(official === true ? { official } : {}),
    ...asked,
  };
}

/** A line of the journal. */
export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
