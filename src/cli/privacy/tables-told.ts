import type { Comparison, Unit } from '../../compare/comparison.js';
import { type Measure, measures, type ShownTable } from '../../compare/suppression/reader/shown-table.js';
import { longFigures, wideFigures } from '../../export/comparison/figure.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import type { CompareOptions } from '../compare/options.js';

/** Which tables are given out together, and how that of scores looks. */
export interface TellingOptions
  extends Pick<CompareOptions, 'layout' | 'columns' | 'depth' | 'sort' | 'rank'> {
  readonly names: readonly ComparisonTableName[];
  /** The levels that other tables tell of, each a unit field or `response`. */
  readonly levels: readonly string[];
}

/** What tables tell of scores under one rubric, the `nth` of a group's; some look at the first rubric alone. */
export function tablesOf(
  comparison: Comparison,
  rows: readonly Unit[],
  nth: number,
  options: TellingOptions,
): readonly ShownTable[] {
  const { names, levels } = options;
  const { plan, units } = comparison;
  const plain = units.filter(({ level }) => levels.includes(level));
  return names.flatMap((name): ShownTable[] => {
    switch (name) {
      case 'scores':
        return [scoresTable(comparison, rows, options)];
      case 'waves':
        return [{ rows: plain, figures: longFigures(plan), measures: ['scores'] }];
      case 'ambition':
        return nth > 0 ? [] : [{ rows: plain, figures: plan.nodes, measures: ['scores', 'target'] }];
      case 'exchange': {
        const figures = plan.nodes.filter(({ kind }) => kind === 'dimension');
        return nth > 0 ? [] : [{ rows: plain, figures, measures: ['scores', 'target'] }];
      }
      default:
        return [];
    }
  });
}

/** What a table of scores tells; the order of its rows tells of what they are sorted by, and places of lows and highs. */
export function scoresTable(
  { plan }: Pick<Comparison, 'plan'>,
  rows: readonly Unit[],
  { layout, columns, depth, sort, rank }: Omit<TellingOptions, 'names' | 'levels'>,
): ShownTable {
  if (layout === 'long') return { rows, figures: longFigures(plan), measures };
  const wide = wideFigures(plan, columns, depth);
  const sortedBy = sort?.split(':')[0]?.trim();
  const unseen = longFigures(plan).filter((figure) => figure.id === sortedBy && !wide.includes(figure));
  const own: readonly Measure[] = rank ? ['scores', 'low', 'high'] : ['scores'];
  return { rows, figures: [...wide, ...unseen], measures: own };
}
