import { Buffer } from 'node:buffer';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { type ByteSpoil, byteSpoil, decodings, encoded, encodings, spoiltBytes } from './bytes.js';
import { csvOf, type Dialect, delimiters, type Table, tableIn } from './naive-csv.js';
import { type Seed, seeds } from './seeds.js';
import { type Spoil, spoil, spoilt } from './spoil.js';

/** A table that came back: which it was, what happened to it, how it was saved, and what became of its bytes. */
export interface ReturnedFile {
  readonly seed: Seed;
  readonly spoils: readonly Spoil[];
  readonly saved: Saved;
  readonly byteSpoils: readonly ByteSpoil[];
}

type Saved =
  | {
      readonly as: 'csv';
      readonly encoding: (typeof encodings)[number];
      readonly dialect: Dialect | undefined;
    }
  | { readonly as: 'xlsx' | 'ods'; readonly numbers: boolean };

const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  hint: fc.boolean(),
  ends: fc.boolean(),
});

const saved: fc.Arbitrary<Saved> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      as: fc.constant('csv' as const),
      encoding: fc.constantFrom(...encodings),
      dialect: fc.option(dialect, { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ as: fc.constantFrom('xlsx' as const, 'ods' as const), numbers: fc.boolean() }),
  },
);

export const returnedFile: fc.Arbitrary<ReturnedFile> = fc.record({
  seed: fc.constantFrom(...seeds),
  spoils: fc.array(spoil, { maxLength: 4 }),
  saved,
  byteSpoils: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(byteSpoil, { minLength: 1, maxLength: 2 }) },
  ),
});

export function nameOf({ saved: { as } }: ReturnedFile): string {
  return `returned.${as}`;
}

function tableOf({ seed, spoils }: ReturnedFile): Table {
  return spoils.reduce<Table>(spoilt, seed.table);
}

export function bytesOf(file: ReturnedFile): Uint8Array {
  const { saved: how, seed, byteSpoils } = file;
  const table = tableOf(file);
  const own: Dialect = {
    delimiter: seed.delimiter,
    lineEnd: '\n',
    quotesAll: false,
    hint: false,
    ends: true,
  };
  const whole =
    how.as === 'csv'
      ? encoded(csvOf(table, how.dialect ?? own), how.encoding)
      : workbookOf(table, how.as, how.numbers);
  return byteSpoils.reduce<Uint8Array>(spoiltBytes, whole);
}

function workbookOf(table: Table, bookType: 'xlsx' | 'ods', numbers: boolean): Uint8Array {
  const book = utils.book_new();
  const valueIn = (cell: string) => (numbers && /^-?\d{1,15}$/.test(cell) ? Number(cell) : forXml(cell));
  const rows = table.map((row) => row.map((cell) => (cell === '' ? null : valueIn(cell))));
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Data');
  return Buffer.from(write(book, { type: 'buffer', bookType, compression: true }));
}

/** XML has no other control characters and no halves of pairs, and a spreadsheet no longer texts. */
function forXml(cell: string): string {
  return cell
    .replace(/[^\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '?')
    .replace(/\r\n?/g, '\n');
}

/**
 * The tables that the file may be: as it was made, if its bytes are whole. A workbook whose bytes are not is refused, or
 * is what it was.
 */
export function readings(file: ReturnedFile): readonly Table[] {
  const { saved: how, byteSpoils } = file;
  if (how.as !== 'csv') return [tableOf(file).map((row) => row.map(forXml))];
  const bytes = bytesOf(file);
  const cuts = how.dialect === undefined && byteSpoils.length === 0 ? [file.seed.delimiter] : delimiters;
  return decodings(bytes).flatMap((text) =>
    cuts.flatMap((delimiter) =>
      [/^(?:\r\n|\n)/, /^\r\n?/, /^(?:\r\n|\r|\n)/].map((lineEnd) => {
        const table = tableIn(text, delimiter, lineEnd);
        return table[0]?.[0]?.startsWith('sep=') === true ? table.slice(1) : table;
      }),
    ),
  );
}

/** The file for a person to look at, and what made it so. */
export function shown(file: ReturnedFile): string {
  const { seed, spoils, saved: how, byteSpoils } = file;
  const bytes = bytesOf(file);
  const text = how.as === 'csv' ? (decodings(bytes)[0] ?? '') : csvOf(tableOf(file), sheetDialect);
  return [
    `${seed.file}, ${JSON.stringify(spoils)}`,
    `saved ${JSON.stringify(how)}, bytes ${JSON.stringify(byteSpoils)}`,
    text.replace(/(?![\t\r\n])\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ].join('\n');
}

const sheetDialect: Dialect = { delimiter: ',', lineEnd: '\n', quotesAll: false, hint: false, ends: true };
