import type { PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { CardFigure, Unit } from '../../comparison.js';

/** Figures that a table tells of units: each of them of each of its rows. */
export interface ShownTable {
  /** Units, groups of them, and responses. */
  readonly rows: readonly Unit[];
  readonly figures: readonly (PlanNode | PlanIndex)[];
  readonly measures: readonly Measure[];
}

/** What is told of a figure: a wide table tells scores, a long one all of these. */
export type Measure = Exclude<CardFigure, 'ungated'>;

export const measures: readonly Measure[] = ['scores', 'low', 'high', 'coverage', 'target'];

/** Whether it is made of others by a method, and not an expression over other figures. */
export function isNode(figure: PlanNode | PlanIndex): figure is PlanNode {
  return 'children' in figure;
}
