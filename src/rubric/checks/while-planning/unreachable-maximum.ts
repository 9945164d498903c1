import type { RuleDescription } from '../../../questionnaire/checks/rule-description.js';
import type { NumberQuestion, Question } from '../../../questionnaire/questionnaire.js';
import { at6Digits, reaches } from '../../numerics.js';
import type { RubricContext } from '../../plan/rubric-context.js';

/** A question of which the best score cannot be had. */
export const unreachableMaximum: RuleDescription<'unreachable-maximum'> = {
  id: 'unreachable-maximum',
  reason: `Whoever gives the best possible answer should have the best possible score. Where options that exclude each other are
added up, where a step starts above the greatest number that can be given, or where an expression does not come up to its \`range\`, nobody can,
and everybody seems to fall short.`,
  bad: `- id: courses
  text: How many courses were held?
  type: number
  min: 0
  max: 10
  score:
    - { from: 0, score: 0 }
    - { from: 5, score: 1 }
    - { from: 20, score: 2 }`,
  good: `- id: courses
  text: How many courses were held?
  type: number
  min: 0
  max: 50
  score:
    - { from: 0, score: 0 }
    - { from: 5, score: 1 }
    - { from: 20, score: 2 }`,
};

/** A maximum that is written, or follows from what is, and that no answers to the question come to. */
export function reportUnreachableMaximum(question: Question, { reportAt }: RubricContext): void {
  const { id, origin } = question;
  const report = (at: readonly (string | number)[], max: number, reachable: number) => {
    const args = { node: id, max, reachable: at6Digits(reachable) };
    reportAt('unreachable-maximum', { ...origin, path: [...origin.path, ...at] }, args);
  };
  if (question.type === 'choices' && question.combine === 'sum') {
    const scores = question.options.map(({ score = 0, exclusive }) => ({
      score: Math.max(score, 0),
      exclusive,
    }));
    const total = scores.reduce((sum, { score }) => sum + score, 0);
    const together = scores.reduce((sum, { score, exclusive }) => sum + (exclusive ? 0 : score), 0);
    const reachable = Math.max(together, ...scores.map(({ score }) => score));
    if (total > reachable) report(['options'], total, reachable);
  }
  if (question.type !== 'number') return;
  const { score, max } = question;
  if (score.by === 'steps' && max !== undefined) {
    const best = Math.max(...score.steps.map((step) => step.score));
    const reachable = Math.max(...score.steps.filter(({ from }) => from <= max).map((step) => step.score));
    const i = score.steps.findIndex((step) => step.score === best);
    if (best > reachable) report(['score', i, 'from'], best, reachable);
  }
  if (score.by === 'expression') {
    const reachable = most(question, score.expression);
    const [, top] = score.range;
    if (reachable !== undefined && !reaches(reachable, top)) report(['range'], top, reachable);
  }
}

/** Numbers looked at between a question's least and greatest. */
const places = 1000;

/** About the most that an expression comes to over the numbers that can be given; unknown where these have no end. */
function most(
  { min, max, integer }: NumberQuestion,
  expression: Extract<NumberQuestion['score'], { by: 'expression' }>['expression'],
): number | undefined {
  if (min === undefined || max === undefined) return undefined;
  let found: number | undefined;
  const step = integer ? Math.max(1, Math.ceil((max - min) / places)) : (max - min) / places;
  for (let i = 0; i <= places; i++) {
    const value = i === places ? max : Math.min(max, min + i * step);
    const result = expression.evaluate(value);
    if (typeof result === 'number' && !(result <= (found ?? Number.NEGATIVE_INFINITY))) found = result;
  }
  return found;
}
