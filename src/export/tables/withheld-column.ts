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
  const isThere = (cell: TableCell | undefined) => cell?.kind === 'empty' && cell.why === 'withheld';
  if (!row.some(isThere)) return nothing;
  const keys = columns.filter((_, at) => isThere(row[at])).map(({ key }) => key);
  return { kind: 'text', text: keys.join(';') };
}
