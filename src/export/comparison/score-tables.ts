import type { Table } from '../tables/table.js';
import { transposed } from '../tables/transposed.js';
import { joinTables } from './join-tables.js';
import { longTable } from './long.js';
import { matrixTables } from './matrix.js';
import type { Showing } from './shown.js';
import { type WideOptions, wideTable } from './wide.js';

export interface ScoreTableOptions extends WideOptions {
  readonly layout: 'wide' | 'long';
  readonly transpose: boolean;
  /** Whether the format can hold several tables. */
  readonly several: boolean;
}

/**
 * The table of scores, with the rows of several comparisons one after the other; the matrix of cells is one a unit, where the
 * format can hold that.
 */
export function scoreTables(showings: readonly Showing[], options: ScoreTableOptions): readonly Table[] {
  if (options.layout === 'long') return [joinTables(showings.map(longTable))];
  const beside = showings.some(({ byRubric }) => byRubric.some(({ companions }) => companions.length > 0));
  const tables =
    options.columns === 'cells' && options.several && !beside
      ? showings.flatMap(matrixTables)
      : [joinTables(showings.map((showing) => wideTable(showing, options)))];
  return options.transpose ? tables.map(transposed) : tables;
}
