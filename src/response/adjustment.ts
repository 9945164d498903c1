import type { GivenNonAnswer } from '../questionnaire/questionnaire.js';
import { canonicalJson } from './meaning/canonical-json.js';
import type { Answer, AnswerValue } from './response.js';

/** A mistake that was put right; or a judgement of those who compare answers. */
export const adjustmentKinds = ['correction', 'moderation'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** What an answer says, without its remarks: a value, a non-answer, or nothing. */
export type Said =
  | { readonly value: AnswerValue; readonly non_answer?: never }
  | { readonly value?: never; readonly non_answer: GivenNonAnswer }
  | { readonly value?: never; readonly non_answer?: never };

/** An answer that was changed after it was given: the record of it stays with the response. */
export interface Adjustment {
  readonly question: string;
  readonly from: Said;
  readonly to: Said;
  readonly kind: AdjustmentKind;
  readonly because: string;
  /** Who adjusted it. */
  readonly by: string;
  /** ISO 8601 date. */
  readonly on: string;
  /** The version of the questionnaire in whose values it is told, where the response was migrated since. */
  readonly version?: string;
}

/** What the answer says. */
export function saidIn({ value, non_answer: none }: Answer): Said {
  if (value !== undefined) return { value };
  return none === undefined ? {} : { non_answer: none };
}

/** The answer with something else said, and its remarks as they are. */
export function withSaid({ value: _, non_answer: __, carried: ___, ...remarks }: Answer, said: Said): Answer {
  return { ...said, ...remarks };
}

/** Whether both say the same; the order of chosen options says nothing. */
export function isSameSaid(one: Said, other: Said): boolean {
  return keyOf(one) === keyOf(other);
}

/** Whether both are one adjustment, written down twice. */
export function isSameAdjustment(one: Adjustment, other: Adjustment): boolean {
  const { kind, because, by, on, question } = one;
  return (
    question === other.question &&
    kind === other.kind &&
    because === other.because &&
    by === other.by &&
    on === other.on &&
    isSameSaid(one.from, other.from) &&
    isSameSaid(one.to, other.to)
  );
}

/** What is said, as a message shows it: a value, the name of a non-answer, or that it is blank. */
export function saidText({ value, non_answer: none }: Said): string {
  if (value === undefined) return none ?? 'blank';
  return typeof value === 'object' ? value.join('; ') : String(value);
}

function keyOf({ value, non_answer: none }: Said): string {
  if (value === undefined) return canonicalJson({ none: none ?? null });
  return canonicalJson({ value: typeof value === 'object' ? value.toSorted() : value });
}
