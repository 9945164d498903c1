import { isWithheldCell } from './absence.js';
import type { Column, Table, TableCell } from './table.js';

const column: Column = { key: 'withheld', title: 'Withheld', kind: 'text' };

/** A table for machines, in which all that is not there is an empty cell: its last column says which of a row's are withheld, by their keys. */
export function withWithheldColumn(table: Table): Table {
  const { columns, rows } = table;
  return { ...table, columns: [...columns, column], rows: rows.map((row) => [...row, cellOf(row, columns)]) };
}

/** One for all rows of which nothing is withheld, as of most. */
const nothing: TableCell = { kind: 'empty' };

function cellOf(row: readonly TableCell[], columns: Table['columns']): TableCell {
  if (!row.some(isWithheldCell)) return nothing;
  const keys = columns.filter((_, at) => isWithheldCell(row[at])).map(({ key }) => key);
  return { kind: 'text', text: keys.join(';') };
}
