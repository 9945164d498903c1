import { Buffer } from 'node:buffer';
import { utils, type WorkBook, write } from '@e965/xlsx';
import { questionnaireDigest } from '../../../src/response/meaning/digest.js';
import { questionnaireOf } from '../../response/fixture.js';
import type { Value } from './fixture.js';

export const asked = questionnaireOf(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: email, title: E-mail, personal: true }
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: data
    title: Data & more
    questions:
      - { id: owner, text: Owner?, scale: s, ask: [target] }
      - { id: tools, text: Tools?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }, { id: none, label: None, exclusive: true }] }
      - { id: since, text: Since?, type: date }
`);

/** A name that spreadsheets have to quote, and XML to escape. */
export const part = `1 Data & "more", Élan`;

/** Where the cells of the form stand. */
const cells: readonly (readonly [target: string, option: string, sheet: string, cell: string])[] = [
  ['organisation', '', 'Start', 'B2'],
  ['email', '', 'Start', 'B3'],
  ['mode', '', 'Start', 'B4'],
  ['owner', '', part, 'C5'],
  ['owner__target', '', part, 'D5'],
  ['owner__note', '', part, 'E5'],
  ['tools', '', part, 'C6'],
  ['tools', 'a', part, 'C7'],
  ['tools', 'b', part, 'C8'],
  ['tools', 'none', part, 'C9'],
  ['since', '', part, 'C10'],
];

interface FormParts {
  readonly values?: Readonly<Record<string, Value>>;
  readonly facts?: Readonly<Record<string, string>>;
  /** What sheets are called by now. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly names?: boolean;
  readonly type?: 'xlsx' | 'ods';
}

/** A form as `milepost form` makes it, with these cells filled in. */
export function form({
  values = {},
  facts = {},
  renamed = {},
  names = true,
  type = 'xlsx',
}: FormParts = {}): Buffer {
  const all = {
    milepost: '1',
    form: 'full',
    questionnaire: asked.id,
    version: asked.version,
    digest: questionnaireDigest(asked),
    ...facts,
  };
  const book: WorkBook = utils.book_new();
  for (const name of ['Start', part]) {
    const sheet = utils.aoa_to_sheet([[`The sheet ${name}`]]);
    for (const [target, option, on, cell] of cells) {
      const value = values[option === '' ? target : `${target}.${option}`];
      if (on === name && value !== undefined) utils.sheet_add_aoa(sheet, [[value]], { origin: cell });
    }
    utils.book_append_sheet(book, sheet, renamed[name] ?? name);
  }
  const nameOf = (target: string, option: string) => `mp_${target}${option === '' ? '' : `.${option}`}`;
  const map = [
    ...Object.entries(all),
    [],
    ['target', 'option', 'sheet', 'cell', 'name'],
    ...cells.map(([target, option, sheet, cell]) => [target, option, sheet, cell, nameOf(target, option)]),
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(map), '_milepost');
  book.Workbook = {
    Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }],
    Names: names
      ? cells.map(([target, option, sheet, cell]) => ({
          Name: nameOf(target, option),
          Ref: `'${(renamed[sheet] ?? sheet).replaceAll("'", "''")}'!${cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`,
        }))
      : [],
  };
  return Buffer.from(write(book, { type: 'buffer', bookType: type, compression: true }));
}

export const filled: Readonly<Record<string, Value>> = {
  organisation: 'Northbridge',
  email: 'jo@example.org',
  mode: 'Self completion',
  owner: 'High',
  owner__target: 'High',
  owner__note: 'Since\nspring',
  'tools.a': 'Yes',
  'tools.b': 'x',
  since: { t: 'n', v: 46084, z: 'd/m/yyyy' },
};
