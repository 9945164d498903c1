import { mean } from '../../rubric/methods/mean.js';
import { round, weightedMean } from '../../rubric/numerics.js';
import type { Plan, PlanNode, RollupLevel, ScoreProblem } from '../../rubric/plan.js';
import type { Status } from '../../rubric/score.js';
import type { InnerUnits, Leaf, Unit } from '../comparison.js';
import { unitName } from '../comparison.js';
import { peopleOf } from '../small-groups.js';
import { type Filling, finishFigures } from './finish-figures.js';
import { combineExactly, figuresOf, type Gathered, gather, roomFor } from './gathered.js';
import type { Below, Counts } from './roll-up-branch.js';

/** Makes a unit of what is below it (docs/format.md, roll-up). */
export function rollUp(
  below: Below,
  path: readonly string[],
  wave: string,
  plan: Plan,
  { withoutWeight, expected }: Counts,
): Unit {
  const depth = path.length;
  const level = plan.rollup.levels[depth - 1];
  if (level === undefined) throw new Error(`no unit field at depth ${depth}`);
  const children = childrenOf(level, below, depth, plan);
  const count = (there: readonly Unit[], at: number) =>
    expected(
      path,
      at,
      there.map((unit) => unit.path),
    );
  const next = below.units.map(({ unit }) => unit);
  return combined(children, level, plan, withoutWeight, {
    path,
    wave,
    size: below.leaves.length,
    people: peopleOf(below.leaves),
    expected:
      level.of === 'responses'
        ? children.length
        : count(
            children.map(({ unit }) => unit),
            depthOf(level.of, plan),
          ),
    ...(depth === plan.rollup.levels.length
      ? {}
      : { inner: { returned: next.length, expected: count(next, depth + 1) } }),
  });
}

/** What is known of a unit beside what it is made of. */
export interface UnitFacts extends Pick<Unit, 'path' | 'wave' | 'size' | 'people' | 'groups'> {
  /** Children there are, or should be. How many responses there should be, nobody knows. */
  readonly expected: number;
  readonly inner?: InnerUnits;
}

/** A unit of these children, as a level of roll-up combines them. */
export function combined(
  children: readonly ChildUnit[],
  level: RollupLevel,
  plan: Plan,
  withoutWeight: Set<string>,
  { expected, ...facts }: UnitFacts,
): Unit {
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
  const card = combine(units, weights, expected, level, plan, problems);
  finishFigures(card, facts.path, plan, problems);
  return {
    level: level.unit,
    ...facts,
    card,
    children: units,
    weights,
    minChildren: level.minChildren,
    problems,
  };
}

/** How many names the path of a unit of this field has. */
function depthOf(field: string, { rollup }: Plan): number {
  return rollup.levels.findIndex(({ unit }) => unit === field) + 1;
}

/** A unit over other cards of its children: these nodes' scores, with gates and indices, and nothing else of the card. */
export function reroll(unit: Unit, children: readonly Unit[], nodes: readonly PlanNode[], plan: Plan): Unit {
  const level = levelOf(unit, plan);
  const card = blankCard(plan, unit.card.expected);
  const scores = figuresOf(children);
  for (const node of nodes) {
    const score = rolledScore(level, gather(scores, unit.weights, node.slot), node, plan, []);
    card.ungated[node.slot] = score;
    card.scores[node.slot] = score;
  }
  finishFigures(card, unit.path, plan, []);
  return { ...unit, children, card };
}

/** How a unit is made of what is below it. */
export function levelOf({ level, children }: Pick<Unit, 'level' | 'children'>, plan: Plan): RollupLevel {
  const found = plan.rollup.levels.find(({ unit }) => unit === level);
  return found ?? groupLevel(level, children[0]?.level ?? 'response', plan);
}

/**
 * How a group is made of units of a level, or of responses: as the field that is made of them is, and of outermost units as their
 * own field is.
 */
export function groupLevel(group: string, level: string, { rollup }: Plan): RollupLevel {
  const of = level === 'response' ? 'responses' : level;
  const own = rollup.levels.findLast((each) => each.of === of);
  if (own !== undefined) return { ...own, unit: group, minChildren: 1 };
  return { unit: group, method: rollup.levels[0]?.method ?? mean, of, minChildren: 1 };
}

/** A child of a unit, with the responses that speak for it. */
export interface ChildUnit {
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

function combine(
  units: readonly Unit[],
  weights: readonly number[],
  expected: number,
  level: RollupLevel,
  plan: Plan,
  problems: ScoreProblem[],
): Filling {
  const card = blankCard(plan, expected);
  const figures = {
    scores: figuresOf(units, 'scores'),
    low: figuresOf(units, 'low'),
    high: figuresOf(units, 'high'),
    coverage: figuresOf(units, 'coverage'),
    target: figuresOf(units, 'target'),
  };
  const ones = weights.map(() => 1);
  // What goes wrong is said of the score, not of its bounds again.
  const unsaid: ScoreProblem[] = [];
  const into = roomFor(units.length);
  for (const node of plan.nodes) {
    const { slot } = node;
    const score = rolledScore(level, gather(figures.scores, weights, slot, into), node, plan, problems);
    card.ungated[slot] = score;
    card.scores[slot] = score;
    card.returned[slot] = into.n;
    if ('combine' in level.method) {
      const low = rolledScore(level, gather(figures.low, weights, slot, into), node, plan, unsaid);
      const high = rolledScore(level, gather(figures.high, weights, slot, into), node, plan, unsaid);
      card.low[slot] = Math.min(low, Number.isNaN(score) ? low : score);
      card.high[slot] = Math.max(high, Number.isNaN(score) ? high : score);
    }
    const target = gather(figures.target, weights, slot, into);
    card.target[slot] = combineScores(level, target, node, plan, unsaid);
    const coverage = gather(figures.coverage, ones, slot, into);
    card.coverage[slot] = weightedMean(coverage.values, coverage.weights, coverage.n);
    let responses = 0;
    let people = 0;
    for (const unit of units) {
      responses += unit.card.responses[slot] ?? 0;
      if (!Number.isNaN(unit.card.scores[slot] ?? Number.NaN)) people += unit.card.people[slot] ?? 0;
    }
    card.responses[slot] = responses;
    card.people[slot] = people;
    card.status[slot] = !Number.isNaN(score)
      ? 'scored'
      : units.every((unit) => unit.card.status[slot] === 'not_applicable')
        ? 'not_applicable'
        : 'insufficient';
  }
  return card;
}

function blankCard({ figureSlots: slots }: Plan, expected: number): Filling {
  const figures = () => new Float64Array(slots).fill(Number.NaN);
  return {
    scores: figures(),
    ungated: figures(),
    low: figures(),
    high: figures(),
    coverage: figures(),
    target: figures(),
    status: new Array<Status>(slots).fill('insufficient'),
    fired: [],
    responses: new Float64Array(slots),
    returned: new Float64Array(slots),
    people: new Float64Array(slots),
    expected,
  };
}

function rolledScore(
  level: RollupLevel,
  gathered: Gathered,
  node: PlanNode,
  plan: Plan,
  problems: ScoreProblem[],
): number {
  return gathered.n < level.minChildren ? Number.NaN : combineScores(level, gathered, node, plan, problems);
}

function combineScores(
  level: RollupLevel,
  gathered: Gathered,
  node: PlanNode,
  { rounding }: Plan,
  problems: ScoreProblem[],
): number {
  const result = combineExactly(level, gathered, node, problems);
  return rounding.at === 'every_node' ? round(result, rounding.digits, rounding.mode) : result;
}
