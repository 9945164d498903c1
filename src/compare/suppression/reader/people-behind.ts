import { figuresByName, namesOf } from '../../../rubric/expressions/expression-names.js';
import type { CountedChild } from '../../../rubric/methods/method.js';
import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import { limitOf } from './limit.js';
import { isNode, type Measure } from './shown-table.js';
import { unitRange } from './unit-range.js';

/**
 * The people whom a figure is about: those with a score, and of a target those with a target; unless nobody has one or there are
 * fewer people altogether. Where a few of them decide it, as by `min` those of the unit that is lowest, it is about these.
 */
export function peopleBehind(
  unit: Unit,
  figure: PlanNode | PlanIndex,
  plan: Plan,
  measure: Measure = 'scores',
): number {
  const { people } = unit;
  if (!isNode(figure)) return Math.min(people, ...decidingIndex(unit, figure, plan));
  const scored = unit.card.people[figure.slot] ?? 0;
  const counted = measure === 'target' ? peopleWithTarget(unit, figure.slot) : Math.min(scored, people);
  // What a bound is about, its score is about too, and what lies around a score must not tell whom that is about.
  const read: readonly Measure[] =
    measure === 'target' ? ['target'] : measure === 'coverage' ? ['scores'] : ['scores', measure];
  return Math.min(counted || people, ...read.flatMap((each) => deciding(unit, figure, plan, each)));
}

function peopleWithTarget(unit: Unit, slot: number): number {
  if (Number.isNaN(unit.card.target[slot] ?? Number.NaN)) return 0;
  if (unit.response !== undefined) return unit.people;
  return unit.children.reduce((sum, child) => sum + peopleWithTarget(child, slot), 0);
}

/** What a unit is made of; nobody's people are none. */
interface Part extends CountedChild {
  readonly people: number;
  readonly limit: number;
}

/**
 * The people of those parts of a unit that decide its figure, in whatever ways they do: of the parts that are picked; of one part,
 * or all small parts together, that count for so much that no other can keep theirs unknown (the dominance rule of
 * Hundepool and others 2012). Which of its responses was picked nobody knows, so that none decides by that.
 */
function deciding(unit: Unit, node: PlanNode, plan: Plan, measure: Measure): readonly number[] {
  if (unit.response !== undefined || Number.isNaN(unit.card[measure][node.slot] ?? Number.NaN)) return [];
  const { method, of, weight } = levelOf(unit, plan);
  if (!('combine' in method) || (of === 'responses' && weight === undefined)) return [];
  const parts: Part[] = [];
  for (const [i, child] of unit.children.entries()) {
    const score = child.card[measure][node.slot] ?? Number.NaN;
    const weight = unit.weights[i] ?? 0;
    if (Number.isNaN(score) || !(weight > 0)) continue;
    const range = unitRange(node, measure, child, plan);
    const limit = limitOf(score, node, measure, range);
    parts.push({ score, weight, range, limit, people: peopleBehind(child, node, plan, measure) });
  }
  const ways = method.parts(parts);
  if (!ways.some(({ kind }) => kind === 'choice')) return dominating(parts);
  const picked = parts.filter((_, i) => ways[i]?.kind === 'choice' && ways[i].picked);
  const people = of === 'responses' ? 0 : fewestOfEach(picked);
  return people === 0 ? [] : [people];
}

/** By each score that is picked, the fewest people of a part that has it. */
function fewestOfEach(picked: readonly Part[]): number {
  const fewest = new Map<number, number>();
  for (const { score, people } of picked) fewest.set(score, Math.min(people, fewest.get(score) ?? people));
  return [...fewest.values()].reduce((sum, people) => sum + people, 0);
}

function dominating(all: readonly Part[]): readonly number[] {
  // An official answer may be known, and the figure is one of the rest then.
  const parts = all.filter(({ people }) => people > 0);
  const whole = spread(parts);
  const found: number[] = [];
  const look = (some: readonly Part[]): void => {
    let [weight, people, limit] = [0, 0, Number.POSITIVE_INFINITY];
    for (const each of some) {
      weight += each.weight;
      people += each.people;
      limit = Math.min(limit, each.limit);
    }
    const open = some.length === parts.length ? 0 : (whole - spread(some)) / weight;
    if (open <= limit) found.push(people);
  };
  for (const part of parts) look([part]);
  const sizes = new Set(parts.map(({ people }) => people));
  for (const most of sizes) look(parts.filter(({ people }) => people <= most));
  return found;
}

/** How far parts reach together, each as much as it counts. */
function spread(parts: readonly Part[]): number {
  let sum = 0;
  for (const { weight, range } of parts) sum += weight * (range.max - range.min);
  return sum;
}

/** Of an index, the people who decide all that it is made of, where few do. */
function decidingIndex(unit: Unit, { expression }: PlanIndex, plan: Plan): readonly number[] {
  const figures = namesOf(expression.references).flatMap(({ root, name }) =>
    root === 'scores' || root === 'bands' || root === 'ratings' ? (figuresByName(plan).get(name) ?? []) : [],
  );
  const people = figures.map((figure) =>
    Math.min(
      Infinity,
      ...(isNode(figure) ? deciding(unit, figure, plan, 'scores') : decidingIndex(unit, figure, plan)),
    ),
  );
  return people.length === 0 ? [] : [Math.max(...people)];
}
