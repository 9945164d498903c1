import type { GivenNonAnswer, Question } from '../../questionnaire/questionnaire.js';
import type { AskAgainReason } from '../ask-again.js';
import { type AnswerReader, readValue } from '../reading/read-answer.js';
import type { AnswerValue } from '../response.js';

/** What becomes of one answer, or of a target or vote. */
export type Moved<V> =
  | { readonly kind: 'same' }
  | { readonly kind: 'value'; readonly value: V }
  | { readonly kind: 'non_answer'; readonly nonAnswer: GivenNonAnswer }
  | {
      readonly kind: 'again';
      readonly because: AskAgainReason;
      /** The level or option that is the reason. */
      readonly level?: string;
    };

/** How the answers to an old question become those to a new one. */
export interface Move {
  readonly value: (value: AnswerValue) => Moved<AnswerValue>;
  readonly nonAnswer: (nonAnswer: GivenNonAnswer) => Moved<AnswerValue>;
}

const same = { kind: 'same' } as const;

/** Every answer means what it meant. */
export function asItIs({ question }: AnswerReader): Move {
  return { value: () => same, nonAnswer: permittedBy(question) };
}

/** Every answer holds that can still be given. */
export function whereValid(reader: AnswerReader): Move {
  return { value: (value) => checked(reader, value), nonAnswer: permittedBy(reader.question) };
}

/** No answer holds. */
export function allAgain(because: AskAgainReason): Move {
  const moved = { kind: 'again', because } as const;
  return { value: () => moved, nonAnswer: () => moved };
}

/** What a level or option of the old version is in the new one. */
export type LevelTarget =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'non_answer'; readonly nonAnswer: GivenNonAnswer }
  | { readonly kind: 'again'; readonly because: 'decided' };

/** Answers are what a map of levels says; those that it leaves out do not hold. Several are mapped each for itself. */
export function byLevels(levels: ReadonlyMap<string, LevelTarget>, reader: AnswerReader): Move {
  const several = reader.question.type === 'choices';
  const targetOf = (value: number | string | boolean) => {
    const level = levelKey(value);
    return levels.get(level) ?? ({ kind: 'again', because: 'unmapped', level } as const);
  };
  return {
    nonAnswer: permittedBy(reader.question),
    value: (value) => {
      if (typeof value !== 'object') {
        const target = targetOf(value);
        if (target.kind !== 'value') return target;
        if (several) return checked(reader, [String(target.value)], value);
        return target.value === value ? same : target;
      }
      const chosen = new Set<string>();
      for (const one of value) {
        const target = targetOf(one);
        // A non-answer stands for all that was chosen, so it must be all.
        if (target.kind === 'again' || value.length === 1) {
          return target.kind === 'value' ? checked(reader, [String(target.value)], value) : target;
        }
        if (target.kind === 'non_answer') return { kind: 'again', because: 'not_valid' };
        chosen.add(String(target.value));
      }
      return checked(reader, [...chosen], value);
    },
  };
}

/** The word by which a map of levels names a value. */
export function levelKey(value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** A value where it can be given, said to be the same where it was just that before. */
function checked(reader: AnswerReader, value: AnswerValue, was = value): Moved<AnswerValue> {
  const reading = readValue(reader, value, { place: { file: '' }, name: reader.question.id });
  if (reading.kind !== 'value' || !equal(reading.value, value))
    return { kind: 'again', because: 'not_valid' };
  return equal(value, was) ? same : { kind: 'value', value };
}

function equal(one: AnswerValue, other: AnswerValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((id, i) => id === other[i]);
}

function permittedBy({ nonAnswers }: Question): Move['nonAnswer'] {
  return (nonAnswer) => (nonAnswers.includes(nonAnswer) ? same : { kind: 'again', because: 'not_permitted' });
}
