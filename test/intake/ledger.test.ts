import { describe, expect, test } from 'vitest';
import { emptyBatch } from '../../src/intake/batch.js';
import { openLedger } from '../../src/intake/ledger/ledger.js';
import { milepost, type Ran } from '../support/milepost.js';
import { workbook } from './workbook/fixture.js';

const questionnaire = `milepost: 1
id: small
version: 1.0.0
title: Small
description: A small one.
notice: Nobody sees it.
licence: CC0-1.0
profile: [{ id: organisation, title: Authority, unit: true }]
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: How is it going?, scale: s, required: true }
      - { id: q2, text: And what else?, scale: s }
`;
const header = ['response_id', 'q1', 'q2'];
const rows = [
  header,
  ['r1', 1, 2],
  ['r2', 9, 2],
  ['example', 1, 1],
  ['r1', 2, 2],
  ['', '', ''],
  ['r3', 1, ''],
];
const csv = rows.map((row) => row.join(',')).join('\n');
const json = (id: string, q1: number) =>
  JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'small', version: '1.0.0' },
    id,
    answers: { q1: { value: q1 } },
  });

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: string;
  readonly stdin?: string;
  readonly exit: number;
  /** `file, sheet: read = accepted + refused + duplicates + left out` */
  readonly sources: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'a table': { files: { 'a.csv': csv }, args: 'a.csv', exit: 1, sources: ['a.csv: 5 = 2 + 1 + 1 + 1'] },
  'standard input': { files: {}, stdin: csv, args: '-', exit: 1, sources: ['<stdin>: 5 = 2 + 1 + 1 + 1'] },
  'two files with one key in common': {
    files: { 'a.csv': csv, 'b.tsv': 'response_id\tq1\nr3\t1\nr4\t1\n' },
    args: 'a.csv b.tsv',
    exit: 1,
    sources: ['a.csv: 5 = 2 + 1 + 1 + 1', 'b.tsv: 2 = 1 + 0 + 1 + 0'],
  },
  'a workbook with several sheets, one of them no table': {
    files: {
      'a.xlsx': workbook({
        North: rows,
        South: [header, ['r1', 1, 1], ['r5', 2, 2]],
        About: [['This is for the housing department.']],
      }),
    },
    args: 'a.xlsx',
    exit: 1,
    sources: ['a.xlsx, North: 5 = 2 + 1 + 1 + 1', 'a.xlsx, South: 2 = 1 + 0 + 1 + 0'],
  },
  'a workbook with a sheet that cannot be read': {
    files: {
      'a.xlsx': workbook({
        North: [header, ['r1', 1, 1]],
        South: [
          [...header, 'q1'],
          ['r2', 1, 1, 1],
        ],
      }),
    },
    args: 'a.xlsx',
    exit: 1,
    sources: ['a.xlsx, North: 1 = 1 + 0 + 0 + 0', 'a.xlsx, South: 0 = 0 + 0 + 0 + 0'],
  },
  'a sheet with a response a column': {
    files: { 'a.csv': 'Authority:,N,M,\nHow is it going?,1,9,\nAnd what else?,2,2,\n' },
    args: 'a.csv',
    exit: 1,
    sources: ['a.csv: 2 = 1 + 1 + 0 + 0'],
  },
  'the same in a workbook': {
    files: {
      'a.ods': workbook(
        {
          S: [
            ['Authority:', 'N', 'M'],
            ['How is it going?', 1, 9],
            ['And what else?', 2, 2],
          ],
        },
        { type: 'ods' },
      ),
    },
    args: 'a.ods',
    exit: 1,
    sources: ['a.ods, S: 2 = 1 + 1 + 0 + 0'],
  },
  'two tables of one name without ids, which is no duplicate': {
    files: { 'x/a.csv': 'q1,q2\n1,1\n', 'y/a.csv': 'q1,q2\n2,2\n' },
    args: 'x/a.csv y/a.csv',
    exit: 1,
    sources: ['x/a.csv: 1 = 1 + 0 + 0 + 0', 'y/a.csv: 1 = 0 + 1 + 0 + 0'],
  },
  'the same file by two names': {
    files: { 'a.csv': 'q1,q2\n1,1\n9,9\n', 'b.csv': 'q1,q2\n1,1\n9,9\n' },
    args: 'a.csv b.csv',
    exit: 1,
    sources: ['a.csv: 2 = 1 + 1 + 0 + 0', 'b.csv: 2 = 0 + 0 + 2 + 0'],
  },
  'a list in JSON': {
    files: { 'a.json': `[${json('r1', 1)},${json('r1', 1)},${json('r2', 9)},7]` },
    args: 'a.json',
    exit: 1,
    sources: ['a.json: 4 = 1 + 2 + 1 + 0'],
  },
  'lines of JSON, one of them broken': {
    files: { 'a.jsonl': `${json('r1', 1)}\n\n{"milepost":\n${json('r1', 2)}\n` },
    args: 'a.jsonl',
    exit: 1,
    sources: ['a.jsonl: 3 = 1 + 1 + 1 + 0'],
  },
  'an empty file beside one that is not': {
    files: { 'a.csv': '', 'b.csv': 'response_id,q1\nr1,1\n' },
    args: 'a.csv b.csv',
    exit: 1,
    sources: ['b.csv: 1 = 1 + 0 + 0 + 0'],
  },
  'a table that breaks off': {
    files: { 'a.csv': 'response_id,q1\nr1,1\nr2,"1\nr3,1\n' },
    args: 'a.csv',
    exit: 1,
    sources: ['a.csv: 1 = 1 + 0 + 0 + 0'],
  },
  'a header without a row': {
    files: { 'a.csv': 'response_id,q1\n' },
    args: 'a.csv',
    exit: 0,
    sources: ['a.csv: 0 = 0 + 0 + 0 + 0'],
  },
};

async function imported({ files, args, stdin = '' }: Case, more = ''): Promise<Ran> {
  return milepost(`import q.yaml ${args} -o out.jsonl --ledger ledger.json${more}`, {
    files: { 'q.yaml': questionnaire, ...files },
    stdin,
  });
}

interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly left_out: number;
}
interface Written {
  readonly totals: Counts;
  readonly sources: readonly (Counts & { readonly file: string; readonly sheet?: string })[];
  readonly inputs: readonly { readonly file: string; readonly bytes: number; readonly digest: string }[];
  readonly outputs: readonly { readonly file: string; readonly digest: string }[];
}

function ledgerOf({ file }: Ran): Written {
  return JSON.parse(file('ledger.json'));
}

function sum({ read, accepted, refused, duplicates, left_out: leftOut }: Counts): string {
  return `${read} = ${accepted} + ${refused} + ${duplicates} + ${leftOut}`;
}

describe('the ledger accounts for every row', () => {
  test.each(Object.entries(cases))('of %s', async (_, one) => {
    const run = await imported(one);
    const { sources, totals } = ledgerOf(run);
    const named = sources.map((source) => {
      const name = source.sheet === undefined ? source.file : `${source.file}, ${source.sheet}`;
      return `${name}: ${sum(source)}`;
    });
    expect(named).toEqual(one.sources);
    expect(run.exit).toBe(one.exit);
    expect(run.file('out.jsonl').split('\n').length - 1).toBe(totals.accepted);
    for (const key of ['read', 'accepted', 'refused', 'duplicates', 'left_out'] as const) {
      expect(totals[key]).toBe(sources.reduce((all, source) => all + source[key], 0));
    }
  });

  test.each(['first', 'last', 'latest', 'merge'])('where one of several counts: %s', async (policy) => {
    for (const one of Object.values(cases)) {
      const refusing = ledgerOf(await imported(one)).totals;
      const { totals } = ledgerOf(await imported(one, ` --duplicates ${policy}`));
      expect(totals).toEqual(refusing);
    }
  });

  test('with digests of what was read and written', async () => {
    const files = { 'a.csv': 'response_id,q1\nr1,1\n' };
    const { inputs, outputs } = ledgerOf(await imported({ files, args: 'a.csv', exit: 0, sources: [] }));
    expect(inputs).toEqual([
      { file: 'a.csv', bytes: 20, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
    expect(outputs.map(({ file }) => file)).toEqual(['out.jsonl']);
  });

  test('and rows that do not add up are a fault of the program, which ends it', () => {
    const book = openLedger();
    book.enter({
      ...emptyBatch('a.csv'),
      read: 2,
      leftOut: [{ place: { file: 'a.csv' }, because: 'preview' }],
    });
    expect(() => book.close()).toThrow(
      'of 2 rows read in a.csv, 0 were accepted, 0 refused, 0 duplicates and 1 left out: these do not add up',
    );
  });
});

describe('a key that came before is told with both places', () => {
  test('across sheets', async () => {
    const { err } = await imported({
      files: { 'a.xlsx': workbook({ North: [header, ['r1', 1, 1]], South: [header, ['r1', 2, 2]] }) },
      args: 'a.xlsx',
      exit: 1,
      sources: [],
    });
    expect(err).toContain(
      'a.xlsx!South!A2 (response_id)  error  duplicate-response\n  the response "r1" is there already: row 2 of a.xlsx!North; this one is refused',
    );
  });
  test('across a table and lines of JSON', async () => {
    const { err } = await imported({
      files: { 'a.csv': 'response_id,q1\nr1,1\n', 'b.jsonl': `${json('r2', 1)}\n${json('r1', 2)}\n` },
      args: 'a.csv b.jsonl',
      exit: 1,
      sources: [],
    });
    expect(err).toContain('the response "r1" is there already: line 2 of a.csv; this one is refused');
    expect(err).toMatch(/b\.jsonl:2:\d+ .* duplicate-response/);
  });
  test('in a list in JSON', async () => {
    const { err } = await imported({
      files: { 'a.json': `[${json('r1', 1)},${json('r1', 2)}]` },
      args: 'a.json',
      exit: 1,
      sources: [],
    });
    expect(err).toContain('the response "r1" is there already: response 1 of a.json; this one is refused');
  });
});
