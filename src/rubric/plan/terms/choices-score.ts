import type { Value } from '../../../expression/expression.js';
import type { ChoicesQuestion } from '../../../questionnaire/questionnaire.js';
import { added, figure, grouped } from '../../methods/arithmetic.js';
import type { AnswerScore, ScoreOverrides } from './answer-score.js';

/** The scores of options, if every one has one. */
export function optionScores(
  options: ChoicesQuestion['options'],
  overrides: ScoreOverrides,
): ReadonlyMap<string, number> | undefined {
  const scores = new Map<string, number>();
  for (const { id, score } of options) {
    const effective = overrides.get(id) ?? score;
    if (effective !== undefined) scores.set(id, effective);
  }
  return scores.size === options.length && scores.size > 0 ? scores : undefined;
}

/** The score of several options: their share of the largest total that a permitted choice reaches, sum, or highest. */
export function choicesScore(question: ChoicesQuestion, overrides: ScoreOverrides): AnswerScore | undefined {
  const scores = optionScores(question.options, overrides);
  if (scores === undefined) return undefined;
  const chosen = (value: Value | undefined): number[] =>
    Array.isArray(value) ? value.map((id) => scores.get(id) ?? Number.NaN) : [Number.NaN];
  const terms = (value: Value | undefined) => chosen(value).map(figure);
  const sum = (value: Value | undefined) => chosen(value).reduce((a, b) => a + b, 0);
  if (question.combine === 'max') {
    return {
      ...between(question, scores, (value) => Math.max(...chosen(value))),
      arithmetic: (value) => `max(${chosen(value).join(', ')})`,
    };
  }
  const summed = between(question, scores, sum);
  const { max } = summed.range;
  // Where nothing adds to the total there is nothing to have a share of.
  if (question.combine === 'sum' || max <= 0)
    return { ...summed, arithmetic: (value) => added(terms(value)) };
  return {
    ...between(question, scores, (value) => sum(value) / max),
    arithmetic: (value) => `${grouped(terms(value))} / ${figure(max)}`,
  };
}

/** A score with its range over the permitted choices. */
function between(
  { options }: ChoicesQuestion,
  scores: ReadonlyMap<string, number>,
  score: (value: Value | undefined) => number,
): Pick<AnswerScore, 'score' | 'range'> & Required<Pick<AnswerScore, 'ends'>> {
  const sorted = extremeChoices(options, scores)
    .map((choice) => ({ choice, score: score(choice) }))
    .toSorted((a, b) => a.score - b.score);
  const [least = { choice: [], score: Number.NaN }] = sorted;
  const most = sorted.at(-1) ?? least;
  return {
    score,
    range: { min: least.score, max: most.score },
    ends: { least: least.choice, most: most.choice },
  };
}

/** The choices among which are those that score the least and the most: single ones, all that add, all that take away. */
function extremeChoices(
  options: ChoicesQuestion['options'],
  scores: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const together = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const gains = together.filter((id) => (scores.get(id) ?? 0) > 0);
  const losses = together.filter((id) => (scores.get(id) ?? 0) < 0);
  return [...options.map(({ id }) => [id]), gains, losses].filter((choice) => choice.length > 0);
}
