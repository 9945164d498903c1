import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { change, count, figureCell, named, textCell } from '../columns.js';
import { dimensionsOf, quantileOf, rounded } from '../figures.js';
import type { TableRecord } from '../records.js';
import type { ReportTable } from '../report.js';
import { type Words, words } from '../words.js';

/** How the scores of units moved in a dimension. */
export interface DimensionChange {
  readonly dimension: PlanNode;
  readonly rose: number;
  readonly stayed: number;
  readonly fell: number;
  /** NaN where no unit has a score in both waves. */
  readonly median: number;
}

export function dimensionChanges(records: readonly TableRecord[], plan: Plan): readonly DimensionChange[] {
  return dimensionsOf(plan).map((dimension) => {
    const amounts = records
      .filter((record) => record.text('node') === dimension.id)
      .map((record) => record.number('change'))
      .filter((amount) => !Number.isNaN(amount));
    return {
      dimension,
      rose: amounts.filter((amount) => amount > 0).length,
      stayed: amounts.filter((amount) => amount === 0).length,
      fell: amounts.filter((amount) => amount < 0).length,
      median: rounded(quantileOf(amounts, 0.5), plan),
    };
  });
}

export function dimensionChangesTable(
  all: readonly DimensionChange[],
  { rounding }: Plan,
  step: Words,
): ReportTable {
  return {
    id: 'changes-by-dimension',
    caption: words`How many rose and fell in each dimension ${step}`,
    columns: [
      named('dimension', 'Dimension'),
      count('rose', 'Rose'),
      count('stayed', 'Stayed'),
      count('fell', 'Fell'),
      change('median', 'Median change', rounding.digits),
    ],
    rows: all.map(({ dimension, rose, stayed, fell, median }) => [
      textCell(dimension.title),
      ...[rose, stayed, fell, median].map(figureCell),
    ]),
    notes: [],
  };
}
