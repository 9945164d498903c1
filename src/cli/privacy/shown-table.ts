import {
  measures as allMeasures,
  type Measure,
  type ShownTable,
} from '../../compare/suppression/reader/shown-table.js';
import { longFigures, wideFigures } from '../../export/comparison/figure.js';
import type { Plan } from '../../rubric/plan.js';
import type { CompareOptions } from '../compare/options.js';

/** What a table of the layout asked for shows; the order of its rows tells of what they are sorted by, and places of lows and highs. */
export function shownTable(
  plan: Plan,
  levels: readonly string[],
  {
    layout,
    columns,
    depth,
    sort,
    rank,
  }: Pick<CompareOptions, 'layout' | 'columns' | 'depth' | 'sort' | 'rank'>,
): ShownTable {
  if (layout === 'long') return { levels, figures: longFigures(plan), measures: allMeasures };
  const wide = wideFigures(plan, columns, depth);
  const sortedBy = sort?.split(':')[0]?.trim();
  const unseen = longFigures(plan).filter((figure) => figure.id === sortedBy && !wide.includes(figure));
  const measures: readonly Measure[] = rank ? ['scores', 'low', 'high'] : ['scores'];
  return { levels, figures: [...wide, ...unseen], measures };
}
