import type { Buffer } from 'node:buffer';
import {
  type CellObject,
  CFB,
  type ParsingOptions,
  parse_xlscfb,
  parse_zip,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import type { SourceCell } from '../../columns/layout.js';
import { isBlankCell } from '../../rows/special-cells.js';
import { type Book, type CellAddress, mostColumns, mostRows, type Sheet } from './book.js';
import { cellReader } from './cell.js';
import { hiddenOdsSheets, plainName, repairedOds } from './ods.js';
import type { Parts } from './unzip.js';

/*
 * SheetJS, of which npm has current versions as `@e965/xlsx` (npm's own `xlsx` stopped at 0.18.5, with holes that are
 * known). It keeps the faults of formulas and formulas without a value, reads ODS and XLS, and needs nothing else.
 * `read-excel-file` takes 0.4 of its time and returns both as null, which would be blanks; `exceljs` has not been kept
 * since 2023. It is loaded when a workbook comes, without its tables of old encodings, which only files of Excel 95
 * and before would need. What it is given is unpacked beforehand, within limits that it does not have.
 */

/**
 * Cells in lists, not by their names; formats, since dates are numbers by nature; formulas and empty cells, since a
 * formula without a value is told by them; neither texts as shown nor HTML.
 */
const options: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellFormula: true,
  sheetStubs: true,
  cellText: false,
  cellHTML: false,
};

/** The workbook in the parts of an xlsx or ods file. What the library cannot read it throws. */
export function bookOfParts(kind: 'xlsx' | 'ods', parts: Parts): Book {
  const read = kind === 'ods' ? repairedOds(parts) : parts;
  const book = parse_zip(
    {
      FullPaths: [...read.keys()],
      FileIndex: [...read].map(([name, content]) => ({ name, type: 2, content })),
    },
    options,
  );
  return kind === 'ods' ? bookOf(book, hiddenOdsSheets(parts), plainName) : bookOf(book);
}

/** The workbook in an xls file, and whether it has macros. */
export function bookOfOle(bytes: Buffer): { readonly book: Book; readonly macros: boolean } {
  const container: unknown = CFB.read(bytes, { type: 'buffer' });
  const macros = CFB.find(container, '/_VBA_PROJECT_CUR/') !== null;
  return { book: bookOf(parse_xlscfb(container, options)), macros };
}

function bookOf(
  { SheetNames, Sheets, Workbook }: WorkBook,
  hiddenSheets?: ReadonlySet<string>,
  plain: (name: string) => string = (name) => name,
): Book {
  const read = cellReader(Workbook?.WBProps?.date1904 === true ? 1904 : 1900);
  const sheets = SheetNames.flatMap((written, index): Sheet[] => {
    const name = plain(written);
    const sheet = Sheets[written];
    const kind: unknown = sheet?.['!type'];
    if (kind !== undefined && kind !== 'sheet') return [];
    const hidden = hiddenSheets?.has(name) ?? (Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [sheetOf(name, hidden, sheet, read)];
  });
  const names = new Map<string, CellAddress>();
  for (const { Name, Ref, Sheet } of Workbook?.Names ?? []) {
    const address = addressOf(plain(Ref));
    // A name of one sheet alone is what copying a sheet makes of a name.
    if (address !== undefined && Sheet === undefined) names.set(plain(Name), address);
  }
  return { sheets, names };
}

type Read = ReturnType<typeof cellReader>;

function sheetOf(name: string, hidden: boolean, sheet: WorkSheet | undefined, read: Read): Sheet {
  const data = rowsOf(sheet);
  const rows: number[] = [];
  let width = 0;
  let characters = 0;
  let broken = data === undefined;
  // The rows that there are: a sheet may name its last row alone.
  for (const key of Object.keys(data ?? [])) {
    const row = Number(key);
    const cells = data?.[row] ?? [];
    if (row >= mostRows || cells.length > mostColumns) broken = true;
    for (const cell of cells) if (typeof cell?.v === 'string') characters += cell.v.length;
    let last = Math.min(cells.length, mostColumns) - 1;
    while (last >= 0 && isBlankCell(read(cells[last]))) last -= 1;
    if (last < 0) continue;
    rows.push(row);
    width = Math.max(width, last + 1);
  }
  const cell: Sheet['cell'] = (row, column) => read(data?.[row]?.[column]);
  return {
    name,
    hidden,
    broken,
    rows,
    characters,
    width,
    cell,
    cells: (row) => {
      const held = data?.[row];
      const cells: SourceCell[] = [];
      for (let column = 0; column < width; column += 1) cells.push(read(held?.[column]));
      return cells;
    },
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
      from: { row: s.r, column: s.c },
      to: { row: e.r, column: e.c },
    })),
    notes: () =>
      rows.flatMap((row) =>
        (data?.[row] ?? []).flatMap(({ c }, column) =>
          c === undefined || c.length === 0 ? [] : [{ row, column }],
        ),
      ),
  };
}

function rowsOf(sheet: WorkSheet | undefined): readonly (readonly CellObject[] | undefined)[] | undefined {
  const data: unknown = sheet?.['!data'];
  return Array.isArray(data) ? data : undefined;
}

/** `'A sheet'!$D$5`; nothing where it is a range, or a cell that is gone. */
function addressOf(reference: string): CellAddress | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  const [, quoted, plain = '', letters = '', digits = ''] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain, ...cellAt(letters, digits) };
}

/** `D5`; nothing where it is none. */
export function cellNamed(name: string): Omit<CellAddress, 'sheet'> | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(name);
  return match === null ? undefined : cellAt(match[1] ?? '', match[2] ?? '');
}

function cellAt(letters: string, digits: string): Omit<CellAddress, 'sheet'> {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
