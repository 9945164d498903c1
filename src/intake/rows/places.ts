import type { Cell, Path, Place } from '../../finding/finding.js';
import { columnLetter } from '../../finding/words.js';
import type { Table } from './table.js';

/** The row that begins in this line, or the column where the table is turned; the file alone where its cells stand all over it. */
export function rowPlace(table: Table, line: number): Place {
  return placeAt(table, table.spots === undefined ? { line } : table.spots.row(line));
}

/** The cell in a row, by its column from 0; of what holds for every row, where that was written. */
export function cellPlace(table: Table, line: number, at: number): Place {
  const { width, constants } = table.columns;
  const constant = at < width ? undefined : constants[at - width];
  if (constant !== undefined) return constant.place;
  const name = table.columns.names[at] ?? '';
  return placeAt(
    table,
    table.spots === undefined ? { line, column: at + 1 } : table.spots.cell(line, at),
    name,
  );
}

/** The cell that a part of a response came from. */
export function pathPlace(table: Table, line: number, [top, id, key]: Path): Place {
  const name = top === 'answers' || top === 'profile' ? id : top;
  const column =
    (key === undefined ? undefined : table.columnOf.get(`${name}__${key}`)) ??
    table.columnOf.get(String(name));
  return column === undefined ? rowPlace(table, line) : cellPlace(table, line, column);
}

/** `line 12`, or `column C` of a turned table, as a message names another row. */
export function rowText({ spots }: Table, line: number): string {
  const spot = spots?.row(line);
  return spot === undefined ? `line ${line}` : `column ${columnLetter(spot.column)}`;
}

function placeAt(table: Table, spot: Cell | undefined, name?: string): Place {
  const file = table.file.name;
  if (spot === undefined) return { file };
  // Every row has a place, most of them such a one.
  if (name === undefined && table.opened.sheet === undefined) return { file, cell: spot };
  return { file, cell: { ...sheetOf(table), ...spot, ...(name === undefined ? {} : { name }) } };
}

function sheetOf({ opened: { sheet } }: Table): { readonly sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}
