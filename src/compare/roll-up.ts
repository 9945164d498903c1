import { runPlugin } from '../rubric/methods/plugin.js';
import { round, weightedMean } from '../rubric/numerics.js';
import type { Frame, Plan, PlanNode, RollupLevel, ScoreProblem } from '../rubric/plan.js';
import { evaluateIndex, type FiredGate, type Status } from '../rubric/score.js';
import type { Below, Leaf } from './collect.js';
import type { Unit, UnitCard } from './comparison.js';
import { unitName } from './comparison.js';

/** Makes a unit of what is below it (docs/format.md, roll-up). */
export function rollUp(
  below: Below,
  path: readonly string[],
  wave: string,
  plan: Plan,
  withoutWeight: Set<string>,
): Unit {
  const level = plan.rollup.levels[path.length - 1];
  if (level === undefined) throw new Error(`no unit field at depth ${path.length}`);
  const children = childrenOf(level, below, path.length, plan);
  const units = children.map((child) => child.unit);
  const weights = children.map(({ unit, leaves }) => {
    if (level.weight === undefined) return 1;
    const weight = leaves
      .map((leaf) => leaf.profile[level.weight ?? ''])
      .find((value) => typeof value === 'number');
    if (typeof weight === 'number') return weight;
    withoutWeight.add(unitName(unit));
    return 0;
  });
  const problems: ScoreProblem[] = [];
  const card = combine(units, weights, level, plan, problems);
  finishFigures(card, path, plan, problems);
  return {
    level: level.unit,
    path,
    wave,
    card,
    children: units,
    minChildren: level.minChildren,
    size: below.leaves.length,
    problems,
  };
}

interface ChildUnit {
  readonly unit: Unit;
  readonly leaves: readonly Leaf[];
}

function childrenOf(level: RollupLevel, below: Below, depth: number, plan: Plan): readonly ChildUnit[] {
  if (level.of === 'responses') return below.leaves.map((leaf) => ({ unit: leaf.unit, leaves: [leaf] }));
  const target = plan.rollup.levels.findIndex(({ unit }) => unit === level.of);
  const descend = (from: Below, at: number): readonly ChildUnit[] =>
    at === target
      ? from.units.map(({ unit, below }) => ({ unit, leaves: below.leaves }))
      : from.units.flatMap(({ below }) => descend(below, at + 1));
  return descend(below, depth);
}

/** A card while it is filled. */
interface Filling extends UnitCard {
  readonly status: Status[];
  readonly fired: FiredGate[];
}

function combine(
  units: readonly Unit[],
  weights: readonly number[],
  level: RollupLevel,
  plan: Plan,
  problems: ScoreProblem[],
): Filling {
  const figures = () => new Float64Array(plan.slots).fill(Number.NaN);
  const card: Filling = {
    scores: figures(),
    ungated: figures(),
    low: figures(),
    high: figures(),
    coverage: figures(),
    target: figures(),
    status: new Array<Status>(plan.slots).fill('insufficient'),
    fired: [],
    responses: new Float64Array(plan.slots),
    returned: new Float64Array(plan.slots),
    expected: units.length,
  };
  for (const node of plan.nodes) {
    const { slot } = node;
    const apply = (gathered: Gathered) => combineScores(level, gathered, node, plan, problems);
    const scores = gather(units, weights, (child) => child.scores[slot]);
    const returned = scores.values.length;
    const enough = returned >= level.minChildren;
    const score = enough ? apply(scores) : Number.NaN;
    card.ungated[slot] = score;
    card.scores[slot] = score;
    const low = apply(gather(units, weights, (child) => child.low[slot]));
    const high = apply(gather(units, weights, (child) => child.high[slot]));
    card.low[slot] = Math.min(low, Number.isNaN(score) ? low : score);
    card.high[slot] = Math.max(high, Number.isNaN(score) ? high : score);
    const coverage = gather(units, weights, (child) => child.coverage[slot]).values;
    card.coverage[slot] = weightedMean(coverage, new Array<number>(coverage.length).fill(1), coverage.length);
    card.target[slot] = apply(gather(units, weights, (child) => child.target[slot]));
    card.returned[slot] = returned;
    card.responses[slot] = units.reduce((sum, unit) => sum + (unit.card.responses[slot] ?? 0), 0);
    card.status[slot] = !Number.isNaN(score)
      ? 'scored'
      : units.every((unit) => unit.card.status[slot] === 'not_applicable')
        ? 'not_applicable'
        : 'insufficient';
  }
  return card;
}

interface Gathered {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

function gather(
  units: readonly Unit[],
  weights: readonly number[],
  figure: (card: UnitCard) => number | undefined,
): Gathered {
  const values: number[] = [];
  const kept: number[] = [];
  for (const [i, unit] of units.entries()) {
    const value = figure(unit.card);
    if (value === undefined || Number.isNaN(value)) continue;
    values.push(value);
    kept.push(weights[i] ?? 0);
  }
  return { values, weights: kept };
}

function combineScores(
  { method }: RollupLevel,
  { values, weights }: Gathered,
  { id, range = { min: 0, max: 1 } }: PlanNode,
  { rounding }: Plan,
  problems: ScoreProblem[],
): number {
  if (values.length === 0) return Number.NaN;
  const result =
    'combine' in method
      ? method.combine(
          values,
          weights,
          values.length,
          values.map(() => range),
        )
      : runPlugin(
          method,
          values.map((score, i) => ({ id: String(i), score, weight: weights[i] ?? 0, range })),
          id,
          problems,
        );
  return rounding.at === 'every_node' ? round(result, rounding.digits, rounding.mode) : result;
}

/** Gates and indices of a unit, from the unit's own scores. */
function finishFigures(card: Filling, path: readonly string[], plan: Plan, problems: ScoreProblem[]): void {
  const profile: Record<string, string> = {};
  for (const [i, { unit }] of plan.rollup.levels.entries()) {
    const name = path[i];
    if (name !== undefined) profile[unit] = name;
  }
  const frame: Frame = {
    given: { values: [], profile },
    states: [],
    scores: card.ungated,
    applies: new Uint8Array(plan.slots).fill(1),
    problems,
  };
  for (const gate of plan.gates) {
    if (!gate.aboveResponses || gate.expression.evaluate(frame) !== true) continue;
    const { slot } = gate.on;
    const from = card.scores[slot] ?? Number.NaN;
    const to = Math.min(from, gate.cap);
    card.scores[slot] = to;
    if ((card.low[slot] ?? Number.NaN) > gate.cap) card.low[slot] = gate.cap;
    card.fired.push({ gate, from, to });
  }
  for (const index of plan.indices) {
    const result = index.aboveResponses
      ? evaluateIndex(index, { ...frame, scores: card.scores })
      : Number.NaN;
    card.scores[index.slot] = result;
    card.status[index.slot] = Number.isNaN(result) ? 'insufficient' : 'scored';
  }
}
