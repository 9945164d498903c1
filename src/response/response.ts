import type { GivenNonAnswer } from '../questionnaire/questionnaire.js';
import type { Adjustment } from './adjustment.js';
import type { AskAgain } from './ask-again.js';

export const modes = ['interview', 'workshop', 'self_completion'] as const;
export type Mode = (typeof modes)[number];

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** A level's value, a number, an option id, a text, an ISO date, a yes or no, or the ids of the chosen options. */
export type AnswerValue = number | string | boolean | readonly string[];

/** What may accompany any answer, and a blank too. */
export interface Remarks {
  readonly note?: string;
  /** The level wanted. */
  readonly target?: number;
  readonly evidence?: string;
  readonly barriers?: readonly string[];
  readonly confidence?: Confidence;
  readonly best_practice?: string;
  readonly share?: 'yes' | 'no';
  readonly contact?: string;
  /** A workshop's votes. */
  readonly votes?: readonly (number | string | boolean)[];
  readonly dissent?: string;
}

/** Where an answer that was brought over was given: which instrument asked, and in which response it stands. */
export interface CarriedFrom {
  /** The questionnaire's id. */
  readonly questionnaire: string;
  readonly version: string;
  readonly response: string;
  readonly wave?: string;
  /** ISO 8601. */
  readonly completed?: string;
}

export interface GivenAnswer extends Remarks {
  readonly value: AnswerValue;
  readonly non_answer?: never;
  /** Where it was given first, if it was brought over; docs/carry.md. */
  readonly carried?: CarriedFrom;
}

export interface DeclinedAnswer extends Remarks {
  readonly value?: never;
  readonly non_answer: GivenNonAnswer;
  readonly carried?: CarriedFrom;
}

/** A blank, with a remark or without. */
export interface BlankAnswer extends Remarks {
  readonly value?: never;
  readonly non_answer?: never;
  readonly carried?: never;
}

/** Everything that can accompany an answer, by its key; a column is `<question>__<key>`, except for the last two. */
export const remarkKeys = [
  'target',
  'note',
  'evidence',
  'barriers',
  'confidence',
  'best_practice',
  'share',
  'contact',
  'votes',
  'dissent',
] as const satisfies readonly (keyof Remarks)[];
export type RemarkKey = (typeof remarkKeys)[number];

export type Answer = GivenAnswer | DeclinedAnswer | BlankAnswer;

/** One filled-in questionnaire, in the very shape of its JSON (docs/format.md). */
export interface Response {
  readonly milepost: 1;
  readonly questionnaire: { readonly id: string; readonly version: string; readonly digest?: string };
  readonly id: string;
  readonly wave?: string;
  readonly mode?: Mode;
  /** ISO 8601. */
  readonly completed?: string;
  readonly profile: Readonly<Record<string, string | number>>;
  readonly participants?: { readonly count: number; readonly roles?: readonly string[] };
  readonly official?: boolean;
  /** By question id; a question that is not there, or whose answer is empty, was left blank. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By question id, what a migration left to be asked; a required question in it may be blank. */
  readonly ask_again?: Readonly<Record<string, AskAgain>>;
  /** What of the answers was changed after they were given, in the order in which it was done. */
  readonly adjustments?: readonly Adjustment[];
}

/**
 * The answer that a blank is. What intake yields has one answer for every question, this where there is none:
 * objects of one shape are checked and read in less than half the time.
 */
export const blankAnswer: BlankAnswer = Object.freeze({});
