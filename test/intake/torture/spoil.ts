import fc from 'fast-check';
import type { Table } from './naive-csv.js';

/** Something that happens to a table. Rows and columns are any numbers: those beyond the last begin again. */
export type Spoil =
  | { readonly kind: 'write'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'tweak'; readonly row: number; readonly column: number; readonly how: Tweak }
  | { readonly kind: 'row'; readonly row: number; readonly to: number; readonly how: Move }
  | { readonly kind: 'column'; readonly column: number; readonly to: number; readonly how: Move }
  | { readonly kind: 'width'; readonly row: number; readonly by: number };

type Tweak = keyof typeof tweaks;
type Move = 'drop' | 'repeat' | 'swap' | 'blank' | 'strange';

const tweaks = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  padded: (text: string) => ` ${text}\u00a0 `,
  broken: (text: string) => text.replace(' ', '\n'),
  shorter: (text: string) => text.slice(0, -1),
  beheaded: (text: string) => text.slice(1),
  swapped: (text: string) => text.replace(/(.)(.)/s, '$2$1'),
  doubled: (text: string) => `${text}${text}`,
  ended: (text: string) => `${text};`,
  remarked: (text: string) => `${text} - but only in housing`,
  numbered: (text: string) => `3.2 ${text} *`,
  quoted: (text: string) => `"${text}"`,
  masked: (text: string) => `'${text}`,
  comma: (text: string) => text.replace('.', ','),
  others: (text: string) => `${text}; Other: a card index`,
};

export const words = [
  ...['', ' ', '0', '1', '3', '5', '9', '-1', '1.0', '1,5', '1,250', '12.5', '1e3', '50%', '1,2,3', '007'],
  ...[
    'yes',
    'No',
    'Y',
    'DK',
    "Don't know",
    'N/A',
    'n/a',
    'refused',
    'not asked',
    '-',
    '?',
    'x',
    'tbc',
    '-99',
  ],
  ...['Leading', 'establshed', '4 - Leading', 'Nobody', 'A team', 'Spreadsheets', 'own', 'None of these'],
  ...['Spreadsheets, None of these', 'Other', 'Other: paper', 'Systems', 'Quality reports;', 'sheets own'],
  ...['03/04/2027', '14/03/2025', '03/14/2025', '31.12.24', '2026-02-30', '02-Mar', 'Mar-05', '2026-11-23'],
  ...[
    '=1+1',
    "'=1+1",
    '@x',
    '+1',
    '\t',
    'a\nb',
    'a\r\nb',
    '\0',
    '\ufeff',
    '\ufffd',
    '\ud800',
    'é€',
    '日本',
    '😀',
  ],
  ...['Northbridge', 'northbridge ', 'Housing', '1', '2', 'preview', 'Survey Preview', 'False', '1980-01-01'],
  ...[
    'response_id',
    'data_owner',
    'tools.own',
    'Comments',
    'Timestamp',
    'wave',
    'questionnaire_version',
    '#org',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'example',
    'rejected_id',
    'Other (please specify)',
    'a'.repeat(5000),
  ],
];

const place = fc.nat(60);
/** Half of them happen near the header, where they do the most. */
const line = fc.oneof(fc.nat(3), place);
const move = fc.constantFrom<Move>('drop', 'repeat', 'swap', 'blank', 'strange');
const isTweak = (name: string): name is Tweak => name in tweaks;
const tweak = fc.constantFrom(...Object.keys(tweaks).filter(isTweak));

export const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      row: place,
      column: place,
      text: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...words) },
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('tweak' as const), row: line, column: place, how: tweak }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('row' as const), row: line, to: line, how: move }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('column' as const), column: place, to: place, how: move }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('width' as const),
      row: line,
      by: fc.integer({ min: -3, max: 2 }),
    }),
  },
);

/** The table after it happened. */
export function spoilt(table: Table, what: Spoil): Table {
  if (table.length === 0) return table;
  switch (what.kind) {
    case 'write':
      return withCell(table, what.row, what.column, () => what.text);
    case 'tweak':
      return withCell(table, what.row, what.column, tweaks[what.how]);
    case 'row': {
      const width = table[0]?.length ?? 1;
      return moved(table, what.row, what.to, what.how, (text) => Array.from({ length: width }, () => text));
    }
    case 'column': {
      const width = Math.max(...table.map((row) => row.length));
      return table.map((row, at) =>
        moved(
          Array.from({ length: Math.max(row.length, width) }, (_, column) => row[column] ?? ''),
          what.column,
          what.to,
          what.how,
          (text) => (text === '' ? '' : `${text} ${at === 0 ? '' : at}`.trim()),
        ),
      );
    }
    case 'width':
      return table.map((row, at) => {
        if (at !== what.row % table.length) return row;
        return what.by < 0 ? row.slice(0, what.by) : [...row, ...Array.from({ length: what.by }, () => 'z')];
      });
  }
}

function withCell(table: Table, row: number, column: number, write: (text: string) => string): Table {
  return table.map((cells, line) =>
    line === row % table.length
      ? cells.map((cell, at) => (at === column % cells.length ? write(cell) : cell))
      : cells,
  );
}

function moved<T>(
  list: readonly T[],
  from: number,
  to: number,
  how: Move,
  make: (text: string) => T,
): readonly T[] {
  if (list.length === 0) return list;
  const [at, other] = [from % list.length, to % list.length];
  switch (how) {
    case 'drop':
      return list.filter((_, place) => place !== at);
    case 'repeat':
      return list.flatMap((one, place) => (place === at ? [one, one] : [one]));
    case 'swap':
      return list.map((one, place) => list[place === at ? other : place === other ? at : place] ?? one);
    case 'blank':
      return list.toSpliced(at, 0, make(''));
    case 'strange':
      return list.toSpliced(at, 0, make('Remark'));
  }
}
