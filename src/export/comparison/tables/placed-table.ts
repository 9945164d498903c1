import type { UnitPlace } from '../../../compare/unit-places.js';
import type { Table, TableCell } from '../../tables/table.js';

/** A row, and whose it is. */
export interface PlacedRow {
  readonly place: UnitPlace;
  readonly cells: readonly TableCell[];
}

/** A table that knows whose its rows are, and so can be sorted and laid out. */
export interface PlacedTable extends Table {
  /** One a row. */
  readonly places: readonly UnitPlace[];
}

export function placedRows(rows: readonly PlacedRow[]): Pick<PlacedTable, 'rows' | 'places'> {
  return { rows: rows.map(({ cells }) => cells), places: rows.map(({ place }) => place) };
}
