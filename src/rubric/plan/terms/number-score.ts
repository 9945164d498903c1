import type { Question } from '../../../questionnaire/questionnaire.js';
import { isWithin } from '../../range.js';
import type { AnswerScore } from './answer-score.js';

type NumberQuestion = Extract<Question, { type: 'number' }>;
type NumberScore = NumberQuestion['score'];

/** How a number scores: as itself, by the last step that it reaches, or by an expression. */
export function numberScore(question: NumberQuestion): AnswerScore | undefined {
  const { score, min, max } = question;
  switch (score.by) {
    case 'nothing':
      return undefined;
    case 'itself':
      return {
        score: (value) => (typeof value === 'number' ? value : Number.NaN),
        range: { min: min ?? 0, max: max ?? 0 },
        ends: { least: min ?? 0, most: max ?? 0 },
      };
    case 'steps':
      return byStep(score, min, max);
    case 'expression':
      return byExpression(score);
  }
}

function byStep(
  { steps }: Extract<NumberScore, { by: 'steps' }>,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): AnswerScore {
  const reachable = steps
    .filter(({ from }, i) => from <= max && (steps[i + 1]?.from ?? Number.POSITIVE_INFINITY) > min)
    .toSorted((a, b) => a.score - b.score);
  const [least = { from: 0, score: Number.NaN }] = reachable;
  const most = reachable.at(-1) ?? least;
  return {
    score: (value) => {
      let found = Number.NaN;
      if (typeof value === 'number') for (const step of steps) if (value >= step.from) found = step.score;
      return found;
    },
    range: { min: least.score, max: most.score },
    ends: { least: Math.max(min, least.from), most: Math.max(min, most.from) },
  };
}

function byExpression({
  expression,
  range: [min, max],
}: Extract<NumberScore, { by: 'expression' }>): AnswerScore {
  const range = { min, max };
  return {
    score: (value) => {
      const result = typeof value === 'number' ? expression.evaluate(value) : undefined;
      return typeof result === 'number' && isWithin(result, range) ? result : Number.NaN;
    },
    range,
    fault: (value, node) => {
      const found = typeof value === 'number' ? expression.evaluate(value) : undefined;
      if (typeof found !== 'number') return { kind: 'not-finite', node, found: 'no finite number' };
      return isWithin(found, range) ? undefined : { kind: 'outside-range', node, found, range };
    },
  };
}
