import { type Comparison, type Unit, unitKey } from '../../compare/comparison.js';
import { type Key, levelsOf } from '../../compare/grouping/key.js';
import { type Measure, measures, type ShownTable } from '../../compare/suppression/reader/shown-table.js';
import type { ToldComparison } from '../../compare/suppression/reader/table-knowledge.js';
import { unitsNow } from '../../compare/waves/units-now.js';
import { longFigures, wideFigures } from '../../export/comparison/figure.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import type { CompareOptions } from '../compare/options.js';

/** Which tables are given out together, and how that of scores looks. */
export interface TellingOptions
  extends Pick<CompareOptions, 'layout' | 'columns' | 'depth' | 'sort' | 'rank'> {
  readonly names: readonly ComparisonTableName[];
  /** What rows stand for, one within the other. */
  readonly keys: readonly Key[];
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
}

/** What one table tells. */
export interface NamedTable extends ShownTable {
  readonly name: ComparisonTableName;
}

/** What tables show of scores under one rubric, the `nth` of a group's; some look at the first rubric alone. */
export function tablesOf(
  comparison: Comparison,
  rows: readonly Unit[],
  nth: number,
  { gathered }: Pick<WaveGroup, 'gathered'>,
  options: TellingOptions,
): readonly NamedTable[] {
  const { names, keys } = options;
  const { plan, units } = comparison;
  const levels = levelsOf(keys);
  const isTold = ({ level }: Unit) => levels.includes(level);
  const both: readonly Measure[] = ['scores', 'target'];
  const tablesNamed = (name: ComparisonTableName): readonly NamedTable[] => {
    switch (name) {
      case 'scores':
        return [{ name, ...scoresTable(comparison, rows, options) }];
      case 'waves': {
        const now = unitsNow(comparison, gathered.answers).filter(isTold);
        return [{ name, rows: now, figures: longFigures(plan), measures: ['scores'] }];
      }
      case 'ambition': {
        const found = new Set(gathered.ambition.flatMap(({ nodes }) => nodes.map(({ node }) => node)));
        return nth > 0 ? [] : [{ name, rows, figures: [...found], measures: both }];
      }
      case 'exchange': {
        const figures = plan.nodes.filter(({ kind }) => kind === 'dimension');
        return nth > 0 ? [] : [{ name, rows: units.filter(isTold), figures, measures: both }];
      }
      case 'agreement':
      case 'alpha':
      case 'talk':
      case 'roles':
      case 'barriers':
        // They tell nothing of scores: see others-told.ts.
        return [];
    }
  };
  return names.flatMap(tablesNamed);
}

/**
 * What tables are reckoned to tell, and what beside scores. A table of scores is reckoned to tell every score there is, whatever columns it
 * has: so nobody who has it beside one of other columns, or in the other layout, knows more than either tells.
 */
export function toldBy(
  named: readonly NamedTable[],
  { plan }: Pick<Comparison, 'plan'>,
  { layout, rank }: Pick<TellingOptions, 'layout' | 'rank'>,
): Pick<ToldComparison, 'tables' | 'beside'> {
  const figures = longFigures(plan);
  const scores = named.filter(({ name }) => name === 'scores');
  return {
    tables: named.map((table) =>
      table.name === 'scores' ? { ...table, figures, measures: ['scores'] } : table,
    ),
    // Places among others tell of lows and highs.
    beside: layout === 'long' || rank ? scores.map((table) => ({ ...table, figures, measures })) : [],
  };
}

/**
 * Rows of which no table may tell the scores, while other figures tell something of these: the rows of other tables than those of scores,
 * and those that earlier ones had, where earlier tables may tell of the units around them, `known` groups among them; and all units where
 * several rubrics may combine them in several ways.
 */
export function linkedRows(
  { units }: Pick<Comparison, 'units'>,
  rows: readonly Unit[],
  known: readonly Unit[],
  { gathered, published }: Pick<WaveGroup, 'gathered'> & { readonly published: readonly unknown[] },
): readonly Unit[] {
  const inSeveralWays =
    gathered.comparisons.length > 1 ? units.filter(({ response }) => response === undefined) : [];
  const { ratings, ambition, ratingsBefore, ambitionBefore } = gathered;
  if (published.length === 0 || ratings.length + ambition.length === 0) return inSeveralWays;
  const before = new Set([...ratingsBefore, ...ambitionBefore].flat().map(({ place }) => unitKey(place)));
  for (const row of rows) before.delete(unitKey(row));
  const then = [...units, ...known].filter((unit) => before.has(unitKey(unit)));
  return [...new Set([...rows, ...then, ...inSeveralWays])];
}

/** What a table of scores shows; the order of its rows tells of what they are sorted by, and places of lows and highs. */
export function scoresTable(
  { plan }: Pick<Comparison, 'plan'>,
  rows: readonly Unit[],
  { layout, columns, depth, sort, rank }: Omit<TellingOptions, 'names' | 'keys' | 'waves'>,
): ShownTable {
  if (layout === 'long') return { rows, figures: longFigures(plan), measures };
  const wide = wideFigures(plan, columns, depth);
  const sortedBy = sort?.split(':')[0]?.trim();
  const unseen = longFigures(plan).filter((figure) => figure.id === sortedBy && !wide.includes(figure));
  const own: readonly Measure[] = rank ? ['scores', 'low', 'high'] : ['scores'];
  return { rows, figures: [...wide, ...unseen], measures: own };
}
