import type { Plan } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import { levelOf } from './roll-up.js';

/** Whether a unit is made of units, and not of responses alone. */
export function isOfUnits({ children }: Pick<Unit, 'children'>): boolean {
  return children.some(({ response }) => response === undefined);
}

/** Whether a unit's figures are means in which whatever it is made of counts alike. */
export function isPlainMean(unit: Unit, plan: Plan): boolean {
  const { method, weight } = levelOf(unit, plan);
  return 'combine' in method && method.name === 'mean' && weight === undefined;
}
