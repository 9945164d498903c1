import type { Value } from '../../expression/expression.js';
import type { Condition, Given, ProfileField, Question, Questionnaire } from '../questionnaire.js';
import { type Asked, askedIn } from './asked.js';
import type { CheckContext } from './check-rule.js';
import { type Domain, domainOf, fieldDomain, type Landmarks } from './domain.js';

/** What a condition can come to. */
export type Outcome = 'always' | 'never' | 'never-by-another' | 'sometimes' | 'unknown';

/** The most combinations of answers that are looked at for one condition. */
const mostCombinations = 20_000;

/** By index alone: what is kept here of a questionnaire must not keep all of it in memory. */
const known = new WeakMap<CheckContext, ReadonlyMap<number, Outcome>>();

/** Every question that has a `when`, and what this can come to. */
export function outcomes(context: CheckContext): readonly (readonly [Asked, Outcome])[] {
  const found = outcomesByIndex(context);
  return askedIn(context.questionnaire).flatMap((asked) => {
    const outcome = found.get(asked.question.index);
    return outcome === undefined ? [] : [[asked, outcome] as const];
  });
}

/** What every `when` can come to, over all answers that it and the conditions before it look at; by `Question.index`. */
function outcomesByIndex(context: CheckContext): ReadonlyMap<number, Outcome> {
  let found = known.get(context);
  if (found === undefined) {
    found = outcomesGiven(context.questionnaire, context.broken, new Map());
    known.set(context, found);
  }
  return found;
}

/** What is known of profile fields before anybody answers: all that each can be. */
export type KnownProfile = ReadonlyMap<string, readonly (string | number)[]>;

/** What every `when` can come to where some profile fields are known; by `Question.index`. */
export function outcomesGiven(
  questionnaire: Questionnaire,
  broken: ReadonlySet<string>,
  profile: KnownProfile,
): ReadonlyMap<number, Outcome> {
  const asked = askedIn(questionnaire).filter(({ question }) => question.when !== undefined);
  const found = new Map<number, Outcome>();
  if (asked.length === 0) return found;
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const fields = new Map(questionnaire.profile.map((field) => [field.id, field]));
  const unreachable = new Set<string>();
  for (const each of asked) {
    const { when } = each.question;
    if (when === undefined) continue;
    const inputs = inputsOf(when, questions, fields, broken);
    const outcome = inputs === undefined ? 'unknown' : outcomeOf(when, inputs, profile);
    const blamed = inputs?.questions.some(({ id }) => unreachable.has(id)) === true;
    found.set(each.question.index, outcome === 'never' && blamed ? 'never-by-another' : outcome);
    if (outcome === 'never') {
      unreachable.add(each.question.id);
      for (let i = each.question.index + 1; questions.size > i; i++) {
        const next = questionnaire.questions[i];
        if (next?.grid === undefined || next.grid.id !== each.question.grid?.id) break;
        unreachable.add(next.id);
      }
    }
  }
  return found;
}

/** What a condition looks at, by itself and through the conditions of the questions that it looks at. */
interface Inputs {
  /** In file order, so that each comes after those that its own condition looks at. */
  readonly questions: readonly Question[];
  readonly fields: readonly ProfileField[];
  readonly landmarks: Landmarks;
}

function inputsOf(
  when: Condition,
  questions: ReadonlyMap<string, Question>,
  fields: ReadonlyMap<string, ProfileField>,
  broken: ReadonlySet<string>,
): Inputs | undefined {
  const seen = new Set<Question>();
  const seenFields = new Set<ProfileField>();
  const conditions = [when];
  for (const { references } of conditions) {
    for (const { root, name } of references) {
      if (broken.has(name)) return undefined;
      if (root === 'profile') {
        const field = fields.get(name);
        if (field === undefined) return undefined;
        seenFields.add(field);
        continue;
      }
      const question = questions.get(name);
      if (question === undefined) return undefined;
      if (seen.has(question)) continue;
      seen.add(question);
      if (question.when !== undefined) conditions.push(question.when);
    }
  }
  const list = [...seen].sort((a, b) => a.index - b.index);
  return {
    questions: list,
    fields: [...seenFields],
    landmarks: landmarksOf(conditions, list),
  };
}

/** The numbers and texts written in some conditions, with the limits of the numbers that they look at. */
function landmarksOf(conditions: readonly Condition[], questions: readonly Question[]): Landmarks {
  const texts: string[] = [];
  const numbers: number[] = [];
  // Of more than two answers compared with one another, more values would be needed.
  let onlyCompared = questions.filter(({ type }) => isOpen(type)).length <= 2;
  for (const { text } of conditions) {
    const rest = text.replace(/"([^"\\]*)"|'([^'\\]*)'/g, (_, double?: string, single?: string) => {
      texts.push(double ?? single ?? '');
      return ' ';
    });
    for (const [written] of rest.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
      numbers.push(Number(written));
    }
    // Between landmarks, what is worked out of numbers and texts need not stay as it is.
    if (/["'\\+*/%?]|(?<![=<>!&|(,[]\s*)-|\b(?!has\b|in\b)[a-z_0-9]+\s*\(/.test(rest)) onlyCompared = false;
  }
  for (const question of questions) {
    if (question.type === 'number') numbers.push(question.min ?? 0, question.max ?? 0);
    if (question.type === 'level') numbers.push(...question.scale.levels.map(({ value }) => value));
    if (question.type === 'date') texts.push(question.min ?? '', question.max ?? '');
  }
  return { texts, numbers, onlyCompared };
}

function isOpen(type: Question['type']): boolean {
  return type === 'number' || type === 'text' || type === 'date';
}

function outcomeOf(
  when: Condition,
  { questions, fields, landmarks }: Inputs,
  profile: KnownProfile,
): Outcome {
  const domains: Domain[] = [];
  let combinations = 1;
  for (const domain of [
    ...questions.map((question) => domainOf(question, landmarks)),
    ...fields.map((field) => profile.get(field.id) ?? fieldDomain(field, landmarks)),
  ]) {
    if (domain === undefined || domain.length === 0) return 'unknown';
    combinations *= domain.length;
    if (combinations > mostCombinations) return 'unknown';
    domains.push(domain);
  }
  let ever = false;
  let always = true;
  for (let nth = 0; nth < combinations && (always || !ever); nth++) {
    if (when.evaluate(given(nth, domains, questions, fields)) === true) ever = true;
    else always = false;
  }
  if (ever) return always ? 'always' : 'sometimes';
  return 'never';
}

/** The nth combination: what is not asked has no value. */
function given(
  nth: number,
  domains: readonly Domain[],
  questions: readonly Question[],
  fields: readonly ProfileField[],
): Given {
  const values: (Value | undefined)[] = [];
  const profile: Record<string, string | number> = {};
  let rest = nth;
  const picked = domains.map((domain) => {
    const value = domain[rest % domain.length];
    rest = Math.floor(rest / domain.length);
    return value;
  });
  for (const [i, { id }] of fields.entries()) {
    const value = picked[questions.length + i];
    if (typeof value === 'string' || typeof value === 'number') profile[id] = value;
  }
  const frame = { values, profile };
  for (const [i, { index, when }] of questions.entries()) {
    if (when === undefined || when.evaluate(frame) === true) values[index] = picked[i];
  }
  return frame;
}
