import type { Unit } from '../../../compare/comparison.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { areAlike, dimensionsOf, largest, printed } from '../figures/figures.js';
import { listed, title, type Words, words } from '../model/words.js';
import { unitNameWords } from '../source/unit-words.js';

/** `Lowest in Data, highest in Culture`, of outermost dimensions that have the same possible range; by scores as they are printed. */
export function highAndLow(unit: Unit, plan: Plan): Words | undefined {
  const dimensions = dimensionsOf(plan);
  if (!areAlike(dimensions)) return undefined;
  const scoreOf = (dimension: PlanNode) => printed(unit, dimension, plan);
  const highest = largest(dimensions, scoreOf);
  const lowest = largest(dimensions, (dimension) => -scoreOf(dimension));
  const [high, low] = [highest[0], lowest[0]];
  if (high === undefined || low === undefined || high === low || scoreOf(high) === scoreOf(low))
    return undefined;
  const names = (all: readonly PlanNode[]) => listed(all.map((each) => title(each.title)));
  return words`${unitNameWords(unit)} stands lowest in ${names(lowest)}, highest in ${names(highest)}`;
}
