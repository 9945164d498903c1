import type { PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { isNode, type Measure } from './shown-table.js';

/**
 * The people whom a figure is about: those with a score, and of a target those with a target; unless nobody has one or there are
 * fewer people altogether.
 */
export function peopleBehind(
  unit: Unit,
  figure: PlanNode | PlanIndex,
  measure: Measure | 'ungated' = 'scores',
): number {
  const { card, people } = unit;
  if (measure === 'target') return peopleWithTarget(unit, figure.slot) || people;
  const scored = isNode(figure) ? (card.people[figure.slot] ?? 0) : 0;
  return scored === 0 ? people : Math.min(scored, people);
}

function peopleWithTarget(unit: Unit, slot: number): number {
  if (Number.isNaN(unit.card.target[slot] ?? Number.NaN)) return 0;
  if (unit.response !== undefined) return unit.people;
  return unit.children.reduce((sum, child) => sum + peopleWithTarget(child, slot), 0);
}
