import { figuresByName } from '../../../rubric/expressions/expression-names.js';
import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import { isNode, type Measure } from './shown-table.js';

const anything: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** What a figure of a unit can be at all, as anyone knows who knows the rubric and what the unit is made of. */
export function unitRange(figure: PlanNode | PlanIndex, measure: Measure, unit: Unit, plan: Plan): Range {
  if (measure === 'coverage') return { min: 0, max: 1 };
  return isNode(figure)
    ? rolledRange(figure.range ?? anything, unit, plan)
    : (figure.range ?? sumRange(figure, unit, plan));
}

/** What an index that is a sum of scores can be, by what these can. */
function sumRange({ expression: { linear } }: PlanIndex, unit: Unit, plan: Plan): Range {
  if (linear === undefined) return anything;
  const known = figuresByName(plan);
  let { constant: min, constant: max } = linear;
  for (const { root, name, factor } of linear.terms) {
    const figure = root === 'scores' ? known.get(name) : undefined;
    if (figure === undefined) return anything;
    const range = unitRange(figure, 'scores', unit, plan);
    const ends = [factor * range.min, factor * range.max];
    if (factor === 0) continue;
    min += Math.min(...ends);
    max += Math.max(...ends);
  }
  return { min, max };
}

function rolledRange(range: Range, unit: Unit, plan: Plan): Range {
  if (unit.response !== undefined) return range;
  const { method } = levelOf(unit, plan);
  if (!('combine' in method)) return anything;
  if (method.name === 'share') return { min: 0, max: 1 };
  // Of children that all have the same range, every method but a sum stays in it.
  if (method.name !== 'sum') {
    const [first] = unit.children;
    return first === undefined ? range : rolledRange(range, first, plan);
  }
  const children = unit.children.map((child, i) => ({
    weight: unit.weights[i] ?? 0,
    range: rolledRange(range, child, plan),
    optional: true,
  }));
  return method.range(children);
}
