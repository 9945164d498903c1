import type { Dimension, ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { CarriedAnswer } from '../../response/carry/carry-offers.js';
import type { Answer, Mode } from '../../response/response.js';

/** What stands in a form, whatever it is written as. */
export interface Form {
  readonly questionnaire: Questionnaire;
  readonly digest: string;
  /** `open`: a follow-up that asks only for what an earlier return left open; what is not in it stays as it was. */
  readonly kind: 'full' | 'open';
  readonly wave: string | undefined;
  /** Of the response that it was filled in from. */
  readonly responseId: string | undefined;
  readonly mode: Mode | undefined;
  readonly participants: number | undefined;
  readonly profile: readonly FormField[];
  /** One a top-level dimension, in file order; those with nothing to ask are left out. */
  readonly parts: readonly FormPart[];
  readonly duration: Duration;
}

export interface FormField {
  readonly field: ProfileField;
  readonly value: string | number | undefined;
  /** The names of the units that there are, where that is known. */
  readonly units: readonly string[];
}

export interface FormPart {
  readonly number: string;
  readonly dimension: Dimension;
  readonly entries: readonly Entry[];
}

/** What follows one another in a part. */
export type Entry = Heading | GridText | Asked;

/** A dimension within the part. */
export interface Heading {
  readonly kind: 'heading';
  readonly number: string;
  readonly title: string;
  readonly description: string | undefined;
}

/** What the questions that follow have in common. */
export interface GridText {
  readonly kind: 'grid';
  readonly number: string;
  readonly text: string;
  readonly help: string | undefined;
  readonly when: string | undefined;
}

export interface Asked {
  readonly kind: 'question';
  /** The same in every form of the questionnaire: `2.1.3`. */
  readonly number: string;
  readonly question: Question;
  /** When it is asked, in words; nothing where it always is. */
  readonly when: string | undefined;
  readonly answer: Answer;
  /** Where the answer was given first, where it was brought over and is still to be confirmed. */
  readonly carried: CarriedAnswer | undefined;
}

/** How long what is still to be asked is likely to take. */
export interface Duration {
  readonly questions: number;
  /** Those whose answers are there to be confirmed. */
  readonly carried: number;
  readonly minutes: number;
}

/** The questions of a part. */
export function askedOf({ entries }: FormPart): readonly Asked[] {
  return entries.filter((entry) => entry.kind === 'question');
}

/** `About 45 minutes for 60 questions`. */
export function durationText(duration: Duration): string {
  const { carried } = duration;
  if (carried === 0) return askingText(duration);
  return `${askingText(duration)}, and ${carried} to confirm`;
}

function askingText({ questions, minutes }: Duration): string {
  const asked = `${questions} question${questions === 1 ? '' : 's'}`;
  if (questions === 0) return asked;
  const whole = Math.max(1, Math.ceil(minutes));
  return `About ${whole} minute${whole === 1 ? '' : 's'} for ${asked}`;
}
