import { compile, type Name, type Scope } from '../../expression/expression.js';
import type { QuestionDefinition } from '../../generated/definitions.js';
import type { NumberScore } from '../questionnaire.js';
import { misplaced } from './order.js';
import type { Part } from './part.js';

const value: Name<number> = { type: { kind: 'number' }, read: (frame) => frame };

/** A number's score sees `value`, as a bare name. */
const scope: Scope<number> = { roots: {}, words: new Map([['value', value]]) };

export function buildNumberScore(
  definition: QuestionDefinition,
  min: number | undefined,
  max: number | undefined,
  part: Part,
): NumberScore | undefined {
  const { score, range } = definition;
  if (score === undefined) {
    return min !== undefined && max !== undefined ? { by: 'itself' } : { by: 'nothing' };
  }
  const origin = part.origin(definition, 'score');
  if (typeof score === 'string') {
    const { expression, problems } = compile(score, scope, 'number');
    for (const problem of problems) part.reportWithin(problem, origin, score);
    if (expression === undefined || range === undefined) return undefined;
    if (!checkRange(range, definition, part)) return undefined;
    return { by: 'expression', expression, range };
  }
  const first = score[0];
  if (first === undefined) return { by: 'nothing' };
  const wrong = misplaced(score.map((step) => step.from));
  if (wrong !== undefined) {
    const { at, ...args } = wrong;
    part.report('steps-out-of-order', part.origin(score[at] ?? first, 'from'), args);
    return undefined;
  }
  if (min === undefined) part.report('steps-without-min', origin, { first: first.from });
  else if (first.from > min)
    part.report('steps-with-gap', part.origin(first, 'from'), { first: first.from, min });
  if (new Set(score.map((step) => step.score)).size === 1) {
    part.report('no-spread', origin, { what: 'this step table' });
    return undefined;
  }
  return { by: 'steps', steps: score };
}

function checkRange(range: readonly [number, number], definition: QuestionDefinition, part: Part): boolean {
  const [min, max] = range;
  if (min < max) return true;
  part.report('range-not-upwards', part.origin(definition, 'range'), { min, max });
  return false;
}
