import type { Table } from '../table.js';
import { transposed } from '../transposed.js';
import { longTable } from './long.js';
import { matrixTables } from './matrix.js';
import type { Showing } from './shown.js';
import { type WideOptions, wideTable } from './wide.js';

export interface ComparisonTableOptions extends WideOptions {
  readonly layout: 'wide' | 'long';
  readonly transpose: boolean;
  /** Whether the format can hold several tables. */
  readonly several: boolean;
}

/** The tables of a comparison: the matrix of cells is one a unit, where the format can hold that; else there is one. */
export function comparisonTables(showing: Showing, options: ComparisonTableOptions): readonly Table[] {
  if (options.layout === 'long') return [longTable(showing)];
  const beside = showing.byRubric.some(({ companions }) => companions.length > 0);
  const tables =
    options.columns === 'cells' && options.several && !beside
      ? matrixTables(showing)
      : [wideTable(showing, options)];
  return options.transpose ? tables.map(transposed) : tables;
}
