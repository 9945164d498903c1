import type { Value } from '../../expression/expression.js';
import type { ProfileField, Question } from '../questionnaire.js';

/** The values that an answer can have, or enough of them to tell all outcomes apart; `undefined` is no value. */
export type Domain = readonly (Value | undefined)[];

/** The texts and numbers that conditions compare with. */
export interface Landmarks {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Whether numbers and texts are only compared, so that one value between two landmarks stands for all there. */
  readonly onlyCompared: boolean;
}

/** The most options of which every choice is looked at. */
const mostOptions = 12;

/** What a question can be answered with, or none where that cannot be listed. */
export function domainOf(question: Question, landmarks: Landmarks): Domain | undefined {
  const values = valuesOf(question, landmarks);
  if (values === undefined) return undefined;
  const always = question.required && question.nonAnswers.length === 0;
  return always ? values : [undefined, ...values];
}

/** The same of a profile field. */
export function fieldDomain(field: ProfileField, landmarks: Landmarks): Domain | undefined {
  const values =
    field.type === 'choice'
      ? field.options.map(({ id }) => id)
      : field.type === 'number'
        ? numbers({ integer: false }, landmarks)
        : texts({}, landmarks);
  return values === undefined || field.required ? values : [undefined, ...values];
}

function valuesOf(question: Question, landmarks: Landmarks): readonly Value[] | undefined {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value }) => value);
    case 'yes_no':
      return [true, false];
    case 'choice':
      return question.options.map(({ id }) => id);
    case 'choices': {
      const free = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
      if (free.length > mostOptions) return undefined;
      const alone = question.options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
      return [...alone, ...subsets(free)];
    }
    case 'number':
      return numbers(question, landmarks);
    case 'text':
      return texts({}, landmarks);
    case 'date':
      return texts(question, landmarks);
  }
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  let all: string[][] = [[]];
  for (const id of ids) all = [...all, ...all.map((set) => [...set, id])];
  return all;
}

function numbers(
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer }: NumberLimits,
  { numbers: landmarks, onlyCompared }: Landmarks,
): readonly number[] | undefined {
  if (!onlyCompared) return undefined;
  const marks = [...new Set(landmarks)].sort((a, b) => a - b);
  const between = marks.flatMap((mark, i) => {
    const next = marks[i + 1];
    return next === undefined ? [] : [(mark + next) / 2];
  });
  const all = [(marks[0] ?? 0) - 1, ...marks, ...between, (marks.at(-1) ?? 0) + 1];
  if (!integer) return all.filter((value) => value >= min && value <= max);
  const whole = all.flatMap((value) => [Math.floor(value), Math.ceil(value)]);
  return [...new Set(whole)].filter((value) => value >= min && value <= max);
}

interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer: boolean;
}

/** Each text, one that comes right after it, the lowest and the highest there is. */
function texts(
  { min, max }: { readonly min?: string; readonly max?: string },
  { texts: landmarks, onlyCompared }: Landmarks,
): readonly string[] | undefined {
  if (!onlyCompared) return undefined;
  const all = ['', ...landmarks.flatMap((text) => [text, `${text} `]), '\u{10ffff}'];
  return [...new Set(all)].filter((text) => (min ?? '') <= text && (max === undefined || text <= max));
}
