import type { Value } from '../expression/expression.js';
import type { ChoicesQuestion, Question } from '../questionnaire/questionnaire.js';
import { added, figure, grouped } from './methods/arithmetic.js';
import type { Range } from './range.js';

/** The scores that answers to a question have before `reverse` and `range`, and how far they reach. */
export interface AnswerScore {
  readonly score: (value: Value | undefined) => number;
  /** Over all permitted answers. */
  readonly range: Range;
  /** The formula with the figures put in, where there is one. */
  readonly arithmetic?: (value: Value | undefined) => string;
}

/** Scores by level value, option id, or yes and no, where a rubric gives them. */
export type ScoreOverrides = ReadonlyMap<string, number>;

/** How answers to a question score (docs/format.md, question types); nothing for one that is not scored. */
export function answerScore(question: Question, overrides: ScoreOverrides): AnswerScore | undefined {
  switch (question.type) {
    case 'level':
      return table(
        question.scale.levels.map(({ value, score }) => [value, overrides.get(String(value)) ?? score]),
      );
    case 'yes_no':
      return table([
        [false, overrides.get('no') ?? 0],
        [true, overrides.get('yes') ?? 1],
      ]);
    case 'choice': {
      const scores = optionScores(question.options, overrides);
      return scores === undefined ? undefined : table([...scores]);
    }
    case 'choices':
      return choices(question, overrides);
    case 'number':
      return number(question);
    case 'text':
    case 'date':
      return undefined;
  }
}

function table(entries: readonly (readonly [Value, number])[]): AnswerScore {
  const scores = new Map<Value | undefined, number>(entries);
  const values = [...scores.values()];
  return {
    score: (value) => scores.get(value) ?? Number.NaN,
    range: { min: Math.min(...values), max: Math.max(...values) },
  };
}

function optionScores(
  options: ChoicesQuestion['options'],
  overrides: ScoreOverrides,
): Map<string, number> | undefined {
  const scores = new Map<string, number>();
  for (const { id, score } of options) {
    const effective = overrides.get(id) ?? score;
    if (effective !== undefined) scores.set(id, effective);
  }
  return scores.size === options.length && scores.size > 0 ? scores : undefined;
}

function choices(question: ChoicesQuestion, overrides: ScoreOverrides): AnswerScore | undefined {
  const scores = optionScores(question.options, overrides);
  if (scores === undefined) return undefined;
  const alone: number[] = [];
  const together: number[] = [];
  for (const { id, exclusive } of question.options) (exclusive ? alone : together).push(scores.get(id) ?? 0);
  const chosen = (value: Value | undefined): number[] =>
    Array.isArray(value) ? value.map((id) => scores.get(id) ?? Number.NaN) : [Number.NaN];
  if (question.combine === 'max') {
    return {
      score: (value) => Math.max(...chosen(value)),
      arithmetic: (value) => `max(${chosen(value).join(', ')})`,
      range: { min: Math.min(...alone, ...together), max: Math.max(...alone, ...together) },
    };
  }
  const totals = permittedTotals(alone, together);
  const sum = (value: Value | undefined) => chosen(value).reduce((a, b) => a + b, 0);
  const terms = (value: Value | undefined) => chosen(value).map(figure);
  if (question.combine === 'sum' || totals.max === 0) {
    return { score: sum, range: totals, arithmetic: (value) => added(terms(value)) };
  }
  return {
    score: (value) => sum(value) / totals.max,
    arithmetic: (value) => `${grouped(terms(value))} / ${figure(totals.max)}`,
    range: { min: totals.min / totals.max, max: 1 },
  };
}

/** The totals of all permitted choices: one exclusive option, or any of the others, at least one. */
function permittedTotals(alone: readonly number[], together: readonly number[]): Range {
  const totals = [...alone];
  if (together.length > 0) {
    const gains = together.filter((score) => score > 0);
    const losses = together.filter((score) => score < 0);
    totals.push(gains.length > 0 ? gains.reduce((a, b) => a + b, 0) : Math.max(...together));
    totals.push(losses.length > 0 ? losses.reduce((a, b) => a + b, 0) : Math.min(...together));
  }
  return { min: Math.min(...totals), max: Math.max(...totals) };
}

function number(question: Extract<Question, { type: 'number' }>): AnswerScore | undefined {
  const { score, min, max } = question;
  switch (score.by) {
    case 'nothing':
      return undefined;
    case 'itself':
      return {
        score: (value) => (typeof value === 'number' ? value : Number.NaN),
        range: { min: min ?? 0, max: max ?? 0 },
      };
    case 'steps': {
      const { steps } = score;
      const reachable = steps.filter(
        ({ from }, i) =>
          (max === undefined || from <= max) && (min === undefined || (steps[i + 1]?.from ?? Infinity) > min),
      );
      const scores = reachable.map((step) => step.score);
      return {
        score: (value) => {
          let found = Number.NaN;
          if (typeof value === 'number') for (const step of steps) if (value >= step.from) found = step.score;
          return found;
        },
        range: { min: Math.min(...scores), max: Math.max(...scores) },
      };
    }
    case 'expression': {
      const { expression, range } = score;
      const [least, most] = range;
      return {
        score: (value) => {
          const result = typeof value === 'number' ? expression.evaluate(value) : undefined;
          return typeof result === 'number' && result >= least && result <= most ? result : Number.NaN;
        },
        range: { min: least, max: most },
      };
    }
  }
}
