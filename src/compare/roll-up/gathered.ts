import { runPlugin } from '../../rubric/methods/plugin.js';
import type { PlanNode, RollupLevel, ScoreProblem } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';

/**
 * The figures of those children that have one, and what they count for: the first `n`. They are doubles in arrays of the kind
 * that responses are scored in, since methods are slow on arrays of many kinds.
 */
export interface Gathered {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  n: number;
}

export function roomFor(children: number): Gathered {
  return { values: new Float64Array(children), weights: new Float64Array(children), n: 0 };
}

/** One figure of every child, by slot. */
export function figuresOf(
  units: readonly Unit[],
  figure: 'scores' | 'low' | 'high' | 'coverage' | 'target' = 'scores',
): readonly ArrayLike<number>[] {
  return units.map(({ card }) => card[figure]);
}

/** Those of one slot that there are, in the room for them. */
export function gather(
  figures: readonly ArrayLike<number>[],
  weights: readonly number[],
  slot: number,
  into: Gathered = roomFor(figures.length),
): Gathered {
  let n = 0;
  for (let i = 0; i < figures.length; i += 1) {
    const value = figures[i]?.[slot] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    into.values[n] = value;
    into.weights[n] = weights[i] ?? 0;
    n += 1;
  }
  into.n = n;
  return into;
}

/** What the roll-up's method makes of the children's scores, before any rounding. */
export function combineExactly(
  { method }: RollupLevel,
  gathered: Gathered,
  { id, range = { min: 0, max: 1 } }: PlanNode,
  problems: ScoreProblem[],
): number {
  if (gathered.n === 0) return Number.NaN;
  if ('combine' in method) {
    const { values, weights, n } = weighty(gathered);
    if (n === 0) return Number.NaN;
    const ranges = method.readsRanges === true ? Array.from({ length: n }, () => range) : [];
    return method.combine(values, weights, n, ranges);
  }
  const { values, weights, n } = gathered;
  const children = Array.from({ length: n }, (_, i) => ({
    id: String(i),
    score: values[i],
    weight: weights[i] ?? 0,
    range,
  }));
  return runPlugin(method, children, id, problems);
}

/** Those that count: a weight of 0 is not at all. */
function weighty(gathered: Gathered): Gathered {
  const { values, weights, n } = gathered;
  let all = true;
  for (let i = 0; i < n && all; i += 1) all = (weights[i] ?? 0) > 0;
  if (all) return gathered;
  const counted = roomFor(n);
  for (let i = 0; i < n; i += 1) {
    const weight = weights[i] ?? 0;
    if (!(weight > 0)) continue;
    counted.values[counted.n] = values[i] ?? Number.NaN;
    counted.weights[counted.n] = weight;
    counted.n += 1;
  }
  return counted;
}
