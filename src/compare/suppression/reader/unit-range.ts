import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import { isNode, type Measure } from './shown-table.js';

const anything: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** What a figure of a unit can be at all, as anyone knows who knows the rubric and what the unit is made of. */
export function unitRange(figure: PlanNode | PlanIndex, measure: Measure, unit: Unit, plan: Plan): Range {
  if (measure === 'coverage') return { min: 0, max: 1 };
  const { range = anything } = figure;
  return isNode(figure) ? rolledRange(range, unit, plan) : range;
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
