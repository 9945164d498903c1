import type { Table, TableCell } from './table.js';

/**
 * A table as people read it: for release, no cell is without a word. Columns in which nothing is said are left out, and what
 * nothing is said of does not apply.
 */
export function readable(table: Table): Table {
  const { columns, rows, forRelease = false } = table;
  if (!forRelease || rows.length === 0) return table;
  const kept = columns.flatMap((_, at) => (rows.some((row) => saysSomething(row[at])) ? [at] : []));
  return {
    ...table,
    columns: kept.flatMap((at) => columns[at] ?? []),
    rows: rows.map((row) => kept.map((at) => told(row[at]))),
  };
}

function told(cell: TableCell = { kind: 'empty' }): TableCell {
  return saysSomething(cell) ? cell : { kind: 'empty', why: 'not_applicable' };
}

function saysSomething(cell: TableCell | undefined): boolean {
  return cell !== undefined && (cell.kind !== 'empty' || cell.why !== undefined);
}
