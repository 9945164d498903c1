import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import type { Measure } from './shown-table.js';

/** A unit's figure as `offset + Σ scale × weight × figure of a child`. */
export interface Shares {
  readonly offset: number;
  readonly scale: number;
}

/** Whether a unit's figure is a sum of its children's by known shares. */
export function isLinear(unit: Unit, measure: Measure, plan: Plan): boolean {
  if (measure === 'coverage') return true;
  const { method } = levelOf(unit, plan);
  return 'combine' in method && ['mean', 'sum', 'share'].includes(method.name);
}

/** What a child counts for in a unit's figure, before it is scaled; 0 where it has none. */
export function weightIn(unit: Unit, child: number, slot: number, measure: Measure): number {
  const value = unit.children[child]?.card[measure][slot] ?? Number.NaN;
  if (Number.isNaN(value)) return 0;
  return measure === 'coverage' ? 1 : Math.max(0, unit.weights[child] ?? 0);
}

/** How a unit's figure comes from its children's; nothing where no child has one, or its method is not linear. */
export function childShares(unit: Unit, node: PlanNode, measure: Measure, plan: Plan): Shares | undefined {
  let total = 0;
  for (let i = 0; i < unit.children.length; i += 1) total += weightIn(unit, i, node.slot, measure);
  if (total === 0) return undefined;
  if (measure === 'coverage') return { offset: 0, scale: 1 / total };
  const { method } = levelOf(unit, plan);
  if (!('combine' in method)) return undefined;
  switch (method.name) {
    case 'mean':
      return { offset: 0, scale: 1 / total };
    case 'sum':
      return { offset: 0, scale: 1 };
    case 'share': {
      const { min, max } = node.range ?? { min: 0, max: 1 };
      return max > min ? { offset: -min / (max - min), scale: 1 / (total * (max - min)) } : undefined;
    }
    default:
      return undefined;
  }
}
