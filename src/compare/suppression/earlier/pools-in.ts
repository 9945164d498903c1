import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import { childShares, isLinear, weightIn } from '../reader/child-shares.js';
import { isNode, type Measure } from '../reader/shown-table.js';

/** A unit whose figure is the plain mean of its responses', and its share in the figure of one that it lies in. */
export interface Pool {
  readonly unit: Unit;
  readonly share: number;
}

/** The pools that a unit's figure is a sum of: itself where it is one; those only that are made by known shares. */
export function poolsIn(
  unit: Unit,
  figure: PlanNode | PlanIndex,
  measure: Measure,
  plan: Plan,
): readonly Pool[] {
  const visit = (within: Unit, share: number): readonly Pool[] => {
    if (within.response !== undefined) return [];
    if (isPool(within, plan)) return [{ unit: within, share }];
    if (!isNode(figure) || !isLinear(within, measure, plan)) return [];
    const shares = childShares(within, figure, measure, plan);
    if (shares === undefined) return [];
    return within.children.flatMap((child, i) => {
      const own = shares.scale * weightIn(within, i, figure.slot, measure);
      return own === 0 ? [] : visit(child, share * own);
    });
  };
  return visit(unit, 1);
}

function isPool(unit: Unit, plan: Plan): boolean {
  if (unit.children.some(({ response }) => response === undefined)) return false;
  const { method, weight } = levelOf(unit, plan);
  return 'combine' in method && method.name === 'mean' && weight === undefined;
}
