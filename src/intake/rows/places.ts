import type { Path, Place } from '../../finding/finding.js';
import type { Table } from './table.js';

/** The row that begins in this line; the file alone where its cells stand all over it. */
export function rowPlace(table: Table, line: number): Place {
  if (table.columns.places !== undefined) return { file: table.file.name };
  return { file: table.file.name, cell: { ...sheetOf(table), line } };
}

/** The cell in a row, by its column from 0. */
export function cellPlace(table: Table, line: number, at: number): Place {
  const name = table.columns.names[at] ?? '';
  const { places } = table.columns;
  if (places !== undefined) {
    const own = places[at];
    return { file: table.file.name, ...(own === undefined ? {} : { cell: { ...own, name } }) };
  }
  return { file: table.file.name, cell: { ...sheetOf(table), line, column: at + 1, name } };
}

/** The cell that a part of a response came from. */
export function pathPlace(table: Table, line: number, [top, id, key]: Path): Place {
  const name = top === 'answers' || top === 'profile' ? id : top;
  const column =
    (key === undefined ? undefined : table.columnOf.get(`${name}__${key}`)) ??
    table.columnOf.get(String(name));
  return column === undefined ? rowPlace(table, line) : cellPlace(table, line, column);
}

function sheetOf({ opened: { sheet } }: Table): { readonly sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}
