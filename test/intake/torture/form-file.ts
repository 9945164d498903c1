import { Buffer } from 'node:buffer';
import { read, utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { milepost } from '../../support/milepost.js';
import { type ByteSpoil, byteSpoil, spoiltBytes } from './bytes.js';
import { canonicalLines } from './responses-file.js';
import { questionnaire } from './seeds.js';
import { words } from './spoil.js';
import { ordersIn, type Row } from './witness.js';

/** Our own form, filled in, and what happened to it. */
export interface FormFile {
  readonly spoils: readonly CellSpoil[];
  readonly as: 'xlsx' | 'ods';
  readonly byteSpoils: readonly ByteSpoil[];
}

/** Other words in a cell that the map of the form names, or anywhere on the sheet of the map. */
interface CellSpoil {
  readonly where: 'answer' | 'map';
  readonly cell: number;
  readonly text: string;
}

export const formFile: fc.Arbitrary<FormFile> = fc.record({
  spoils: fc.array(
    fc.record({
      where: fc.constantFrom('answer', 'answer', 'answer', 'map'),
      cell: fc.nat(200),
      text: fc.constantFrom(...words.filter((word) => word.length < 100 && !/[^\t\n\x20-\ud7ff]/.test(word))),
    }),
    { maxLength: 4 },
  ),
  as: fc.constantFrom('xlsx', 'ods'),
  byteSpoils: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(byteSpoil, { minLength: 1, maxLength: 1 }) },
  ),
});

const blank: Uint8Array = await milepost('form q.yaml --from r.jsonl -o form.xlsx', {
  files: { 'q.yaml': questionnaire, 'r.jsonl': canonicalLines[0] ?? '' },
}).then(({ bytes }) => bytes('form.xlsx'));

const mapSheet = '_milepost';

function bookOf({ spoils }: FormFile): WorkBook {
  const book = read(blank, { cellNF: true, cellFormula: true, sheetStubs: true });
  for (const { where, cell, text } of spoils) {
    const cells = where === 'map' ? mapCells(book) : mapped(book);
    const at = cells[cell % Math.max(1, cells.length)];
    const sheet = book.Sheets[at?.sheet ?? ''];
    if (at !== undefined && sheet !== undefined) {
      utils.sheet_add_aoa(sheet, [[text]], { origin: at.cell });
    }
  }
  return book;
}

export function formBytes(form: FormFile): Uint8Array {
  const written = write(bookOf(form), { type: 'buffer', bookType: form.as, compression: true });
  return form.byteSpoils.reduce<Uint8Array>(spoiltBytes, Buffer.from(written));
}

interface MappedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly target: string;
  readonly option: string;
}

function mapCells(book: WorkBook): readonly MappedCell[] {
  const cells = Object.keys(book.Sheets[mapSheet] ?? {}).filter((name) => !name.startsWith('!'));
  return cells.map((cell) => ({ sheet: mapSheet, cell, target: '', option: '' }));
}

/** The cells that the map names, for what they are. */
function mapped(book: WorkBook): readonly MappedCell[] {
  const sheet = book.Sheets[mapSheet];
  if (sheet === undefined) return [];
  const rows = utils
    .sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '' })
    .map((row) => row.map(String));
  const head = rows.findIndex(([first]) => first === 'target');
  const columns = ['target', 'option', 'sheet', 'cell'].map((name) => rows[head]?.indexOf(name) ?? -1);
  return rows.slice(head + 1).flatMap((row) => {
    const [target = '', option = '', on = '', cell = ''] = columns.map((at) => row[at] ?? '');
    return /^[A-Z]{1,2}\d{1,4}$/.test(cell) && book.Sheets[on] !== undefined
      ? [{ target, option, sheet: on, cell }]
      : [];
  });
}

/** What the form says in its cells for answers, for a witness. Nothing is certain where the map itself was spoilt. */
export function saidInForm(form: FormFile): readonly Row[] {
  const book = bookOf(form);
  // Names in the workbook still say where a cell is that the map has lost.
  const named = mapped(bookOf({ ...form, spoils: [] }));
  const cells = [...named, ...mapped(book)].map((at) => {
    const found = book.Sheets[at.sheet]?.[at.cell];
    return { ...at, text: String(found?.w ?? found?.v ?? ''), value: String(found?.v ?? '') };
  });
  const texts = cells.flatMap(({ text, value }) => [text, value]);
  const known = form.spoils.some(({ where }) => where === 'map')
    ? []
    : cells
        .filter(({ text, target }) => text.trim() !== '' && !target.includes('__'))
        .map(({ target, option, text }) => ({
          question: target,
          option: option === '' ? undefined : option,
          cell: text,
        }));
  return [{ cells: texts, known, around: texts, orders: ordersIn(texts) }];
}
