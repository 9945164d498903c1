import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up.js';
import type { Measure } from './shown-table.js';

/** A unit's figure as `offset + Σ factor × figure of a unit below`. */
export interface Shares {
  readonly offset: number;
  readonly parts: readonly UnitPart[];
}

export interface UnitPart {
  readonly unit: Unit;
  readonly factor: number;
}

/** What a unit's figure is made of at a level further in; nothing where its method is not linear. */
export function rollUpShares(
  unit: Unit,
  level: string,
  node: PlanNode,
  measure: Measure,
  plan: Plan,
): Shares | undefined {
  const direct = directShares(unit, node, measure, plan);
  if (direct === undefined) return undefined;
  const depthOf = (name: string) => {
    const at = plan.rollup.levels.findIndex((each) => each.unit === name);
    return at < 0 ? plan.rollup.levels.length : at;
  };
  let { offset } = direct;
  const parts: UnitPart[] = [];
  for (const { unit: child, factor } of direct.parts) {
    // A child further in than the level is a part of the unit of that level that it lies in.
    if (depthOf(child.level) >= depthOf(level)) {
      parts.push({ unit: child, factor });
      continue;
    }
    const below = rollUpShares(child, level, node, measure, plan);
    if (below === undefined) return undefined;
    offset += factor * below.offset;
    for (const part of below.parts) parts.push({ unit: part.unit, factor: factor * part.factor });
  }
  return { offset, parts };
}

function directShares(unit: Unit, node: PlanNode, measure: Measure, plan: Plan): Shares | undefined {
  const { method } = levelOf(unit, plan);
  const found = unit.children.flatMap((child, i) => {
    const value = child.card[measure][node.slot] ?? Number.NaN;
    const weight = measure === 'coverage' ? 1 : (unit.weights[i] ?? 0);
    return Number.isNaN(value) || weight <= 0 ? [] : [{ unit: child, weight }];
  });
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { offset: 0, parts: [] };
  const scaled = (by: number, offset = 0): Shares => ({
    offset,
    parts: found.map(({ unit, weight }) => ({ unit, factor: weight * by })),
  });
  if (measure === 'coverage') return scaled(1 / total);
  if (!('combine' in method)) return undefined;
  switch (method.name) {
    case 'mean':
      return scaled(1 / total);
    case 'sum':
      return scaled(1);
    case 'share': {
      const { min, max } = node.range ?? { min: 0, max: 1 };
      return max > min ? scaled(1 / (total * (max - min)), -min / (max - min)) : undefined;
    }
    default:
      return undefined;
  }
}
