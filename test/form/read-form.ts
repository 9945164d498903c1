import * as XLSX from '@e965/xlsx';
import { stringify } from 'csv-stringify/sync';
import { safeText } from '../../src/response/texts/safe-text.js';

/** A workbook as an importer sees it, by its hidden sheet alone. */
export interface ReadForm {
  readonly facts: Readonly<Record<string, string>>;
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  readonly target: string;
  readonly option: string;
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  /** As text: a date in ISO 8601. */
  readonly value: string;
}

/** Reads a form as docs/forms.md says: the map, then each cell by its name. */
export function readForm(bytes: Uint8Array): ReadForm {
  const book = XLSX.read(bytes, { type: 'buffer', cellNF: true, cellDates: false });
  const map = book.Sheets._milepost;
  if (map === undefined) throw new Error('there is no map');
  const rows = XLSX.utils.sheet_to_json<string[]>(map, { header: 1, defval: '', raw: false });
  const head = rows.findIndex(([first]) => first === 'target');
  const facts = Object.fromEntries(
    rows.slice(0, head).flatMap(([key = '', value = '']) => (key === '' ? [] : [[key, value]])),
  );
  const names = new Map((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]));
  const cells = rows
    .slice(head + 1)
    .map(([target = '', option = '', sheet = '', cell = '', name = '']): ReadCell => {
      const at = placeOf(names.get(name)) ?? { sheet, cell };
      const value = textOf(book.Sheets[at.sheet]?.[at.cell]);
      return { target, option, sheet: at.sheet, cell: at.cell, name, value };
    });
  return { facts, cells };
}

/** `'A sheet'!$D$5`, or as OpenDocument writes it, `$'A sheet'.$D$5`. */
function placeOf(ref: string | undefined): { readonly sheet: string; readonly cell: string } | undefined {
  const match = /^\$?(?:'((?:[^']|'')+)'|([^'!.]+))[!.]\$?([A-Z]+)\$?(\d+)$/.exec(
    (ref ?? '').replaceAll('&apos;', "'"),
  );
  if (match === null) return undefined;
  const sheet = (match[1] ?? match[2] ?? '').replaceAll("''", "'");
  return { sheet, cell: `${match[3]}${match[4]}` };
}

function textOf(cell: XLSX.CellObject | undefined): string {
  if (cell?.v === undefined) return '';
  if (typeof cell.v === 'number' && /yy/i.test(String(cell.z ?? '')))
    return XLSX.SSF.format('yyyy-mm-dd', cell.v);
  return String(cell.v);
}

/** Forms of one kind as the wide table. Chosen options are joined by semicolons. */
export function wideCsv(...forms: readonly ReadForm[]): string {
  const rows = forms.map(({ cells }) => {
    const row = new Map<string, string[]>();
    for (const { target, option, value } of cells) {
      const before = row.get(target) ?? [];
      const said = option === '' ? value : value === 'Yes' ? option : '';
      row.set(target, said === '' ? before : [...before, said]);
    }
    return row;
  });
  const lines = rows.map((row) => [...row.values()].map((parts) => parts.join('; ')));
  return stringify([[...(rows[0]?.keys() ?? [])], ...lines.map((line) => line.map(safeText))]);
}

interface Zip {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
}

/** The files within a workbook, as text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip: Zip = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return new Map(
    zip.FullPaths.map((path, i) => [
      path.replace(/^Root Entry\//, ''),
      Buffer.from(zip.FileIndex[i]?.content ?? []).toString('utf8'),
    ]),
  );
}
