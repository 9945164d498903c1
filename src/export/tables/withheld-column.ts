import type { Column, Table, TableCell } from './table.js';

const column: Column = { key: 'withheld', title: 'Withheld', kind: 'text' };

/** A table for machines, in which all that is not there is an empty cell: its last column says which of a row's are withheld, by their keys. */
export function withWithheldColumn(table: Table): Table {
  const { columns, rows } = table;
  const keysIn = (row: readonly TableCell[]) =>
    columns.flatMap(({ key }, at) => {
      const cell = row[at];
      return cell?.kind === 'empty' && cell.why === 'withheld' ? [key] : [];
    });
  return {
    ...table,
    columns: [...columns, column],
    rows: rows.map((row) => {
      const keys = keysIn(row);
      return [...row, keys.length === 0 ? { kind: 'empty' } : { kind: 'text', text: keys.join(';') }];
    }),
  };
}
