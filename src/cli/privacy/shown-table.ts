import { measures, type ShownTable } from '../../compare/suppression/reader/shown-table.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import { longFigures, wideFigures } from '../../export/comparison/figure.js';
import type { Plan } from '../../rubric/plan.js';

/** What a table of the layout asked for shows. */
export function shownTable(
  plan: Plan,
  levels: readonly string[],
  {
    layout,
    columns,
    depth,
  }: { readonly layout: 'wide' | 'long'; readonly columns: ColumnChoice; readonly depth: number },
): ShownTable {
  return layout === 'long'
    ? { levels, figures: longFigures(plan), measures }
    : { levels, figures: wideFigures(plan, columns, depth), measures: ['scores'] };
}
