import { expect, test } from 'vitest';
import { intake } from '../../../src/intake/intake.js';
import { openLedger } from '../../../src/intake/ledger/ledger.js';
import { milepost } from '../../support/milepost.js';
import { small, take } from '../fixture.js';
import { rawXlsx, workbook } from './fixture.js';

const header = ['response_id', 'organisation', 'department', 'q1', 'q2', 'q3'];

test('below titles, blank rows and blank columns, cells are told as spreadsheets name them', async () => {
  const rows = [
    ['Returns of 2026'],
    [],
    [null, 'sent by', 'Northbridge'],
    [null, ...header],
    [null, 'r-1', 'A', 'X', 2, 2, 'a'],
    [],
    [null, 'r-2', 'A', 'X', 9, 2, 'a'],
    [null, '', '', '', '', '', ''],
  ];
  const { accepted, rejected, findings, texts } = await take({ 'r.xlsx': workbook({ Data: rows }) });
  expect(accepted).toEqual(['r-1']);
  expect(rejected).toEqual(['7 answer-unknown']);
  expect(findings).toEqual(['7:5 answer-unknown', '1 rows-above-header', '6 blank-rows']);
  expect(texts[1]).toBe('the header is row 4: the 2 rows above it are taken for a title, and not read');
});

test('a title above the header of a CSV is passed over too, however it was saved', async () => {
  const table = 'response_id,organisation,department,q1\nr-1,A,X,1\n';
  const files = ['Returns of 2026,,,\n', 'Returns of 2026\n', '"Returns, of 2026"\n\n'].map(
    (title) => title + table,
  );
  for (const file of [...files, `Returns of 2026\n\n${table.replaceAll(',', ';')}`]) {
    const { accepted, findings } = await take({ 'r.csv': file });
    expect(accepted).toEqual(['r-1']);
    expect(findings.filter((found) => found.endsWith('rows-above-header'))).toEqual(['1 rows-above-header']);
  }
});

test('a row of answers is no header, even if it names a question', async () => {
  const { texts } = await take({ 'r.csv': 'one,two,three\nq1,q2,q3\n' });
  expect(texts).toEqual(['none of the 3 columns is a question of this questionnaire: nothing was read']);
});

test('each sheet is a table of its own, with names and a ledger of its own', async () => {
  const { accepted, findings, texts } = await take({
    'r.xlsx': workbook({
      Notes: [['Please fill in every sheet.']],
      North: [header.slice(1), ['A', 'X', 2, 2, 'a'], ['A', 'X', 2, 3, 'a']],
      South: [header.slice(1), ['B', 'X', 2, 2, 'a']],
      Old: { hidden: true, rows: [header.slice(1), ['C', 'X', 2, 2, 'a']] },
      Lists: { hidden: true, rows: [['Low'], ['High']] },
      Empty: [],
    }),
  });
  expect(accepted).toEqual(['r:North:1', 'r:North:2', 'r:South:1']);
  expect(findings).toEqual(['1 sheet-passed-over', '1 sheet-hidden']);
  expect(texts[0]).toContain('passed over');
});

test('rows are accounted for sheet by sheet', async () => {
  const bytes = workbook({
    North: [
      header,
      ['r-1', 'A', 'X', 2, 2, 'a'],
      ['r-2', 'A', 'X', 9, 2, 'a'],
      [],
      ['r-1', 'A', 'X', 2, 2, 'a'],
    ],
    South: [header, ['r-3', 'B', 'X', 2, 2, 'a']],
  });
  const ledger = openLedger();
  for await (const batch of intake(small, [{ name: 'r.xlsx', chunks: once(bytes) }])) ledger.enter(batch);
  const { sources, totals } = ledger.close();
  expect(sources).toMatchObject([
    { sheet: 'North', flavour: 'canonical', read: 3, accepted: 1, refused: 1, duplicates: 1 },
    { sheet: 'South', flavour: 'canonical', read: 1, accepted: 1, refused: 0, duplicates: 0 },
  ]);
  expect(totals).toEqual({ read: 4, accepted: 2, refused: 1, duplicates: 1, left_out: 0 });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('the same response on two sheets is told with both places', async () => {
  const rows = [header, ['r-1', 'A', 'X', 2, 2, 'a']];
  const { accepted, texts } = await take({ 'r.xlsx': workbook({ North: rows, South: rows }) });
  expect(accepted).toEqual(['r-1']);
  expect(texts).toEqual(['the response "r-1" is there already: row 2 of r.xlsx!North; this one is refused']);
});

test('without a sheet that is a table, all that were looked at are named', async () => {
  const { texts, helps } = await take({
    'r.xlsx': workbook({ One: [['Hello']], Two: [['Department', 'Answer']] }),
  });
  expect(texts).toEqual([
    'no sheet has a header with questions of this questionnaire, nor is one an export that is known: looked at `One` and `Two`',
  ]);
  expect(helps).toEqual([
    'Among a sheet’s first rows, one must hold the ids or the texts of questions, such as `q1`; what columns are called otherwise, a map says.',
  ]);
  expect((await take({ 'r.xlsx': workbook({ One: [] }) })).texts).toEqual([
    'every sheet that is not hidden is empty: nothing was read',
  ]);
});

test('merged cells below the header are told of, and hold for the first of them alone', async () => {
  const rows = [
    ['Returns', null, null, null, null, null],
    header,
    ['r-1', 'A', 'X', 2, 2, 'a'],
    ['r-2', 'A', 'X', 2, null, 'a'],
  ];
  const { responses, findings, texts } = await take({
    'r.xlsx': workbook({ Data: { rows, merges: ['A1:F1', 'E3:E4'] } }),
  });
  expect(responses.map(({ answers }) => answers.q2?.value)).toEqual([2, undefined]);
  expect(findings).toContain('3:5 cells-merged');
  expect(texts).toContain(
    'the cells E3:E4 are merged: what stands in them belongs to the first cell, and the others are blank',
  );
});

test('notes that are pinned to cells are told of, since they are not read', async () => {
  const noted = { t: 'n' as const, v: 1, c: [{ a: 'Jo', t: 'We think so' }] };
  const { texts } = await take({
    'r.xlsx': workbook({ Data: [header, ['r-1', 'A', 'X', noted, 2, '']] }),
  });
  expect(texts).toEqual(['1 cell has a note pinned to it, which is not read']);
});

test('what stands beside the table is told of once', async () => {
  const rows = [
    header,
    ['r-1', 'A', 'X', 2, 2, 'a', null, 'check this'],
    ['r-2', 'A', 'X', 2, 2, 'a', null, 'ok'],
  ];
  const { accepted, texts } = await take({ 'r.xlsx': workbook({ Data: rows }) });
  expect(accepted).toEqual(['r-1', 'r-2']);
  expect(texts).toEqual(['the column without a name is not known and was not read']);
});

test('a workbook gives the same answers as its sheet saved as CSV', async () => {
  const rows = [header, ['r-1', 'A', 'X', 2, 2, 'a;b'], ['r-2', 'B', 'Y', 'High', 'DK', '']];
  const csv = await take({ 'r.csv': `${rows.map((row) => row.join(',')).join('\n')}\n` });
  for (const type of ['xlsx', 'xlsm', 'ods', 'xls'] as const) {
    const { responses } = await take({ 'r.bin': workbook({ Data: rows }, { type }) });
    expect(responses).toEqual(csv.responses);
  }
});

test('a sheet whose last row is its millionth is read at once', async () => {
  const text = (name: string, words: string) => `<c r="${name}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (line: number, cells: readonly string[]) =>
    `<row r="${line}">${cells.map((cell, at) => text(`${'ABCDEF'[at]}${line}`, cell)).join('')}</row>`;
  const { accepted, findings } = await take({
    'r.xlsx': rawXlsx(
      row(1, header) + row(2, ['', 'A', 'X', '2', '2', 'a']) + row(1_048_576, ['', 'B', 'X', '2', '2', 'a']),
    ),
  });
  expect(accepted).toEqual(['r:1', 'r:1048575']);
  expect(findings).toEqual(['2:1 ids-missing', '1048575 blank-rows']);
});

const yaml = `milepost: 1
id: small
version: 1.0.0
title: Small
description: D.
notice: N.
licence: CC0-1.0
dimensions:
  - id: d
    title: D
    questions: [{ id: q1, text: Is it so?, type: yes_no }]
`;

test('a fault is told at its sheet and cell, and workbooks in a folder are found', async () => {
  const rows = [
    ['response_id', 'q1'],
    ['r-1', 'yes'],
    ['r-2', 'perhaps'],
  ];
  const { exit, out, err } = await milepost('validate small.yaml returns', {
    files: { 'small.yaml': yaml, 'returns/r.xlsx': workbook({ 'Page 1': rows }), 'returns/~$r.xlsx': 'Jo' },
  });
  expect(exit).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "returns/r.xlsx!Page 1!B3 (q1)  error  answer-unknown
      \`q1\` is "perhaps"; allowed: \`yes\`, \`no\`
      help: Or, for no answer, \`dont_know\` or \`not_applicable\`.
    "
  `);
  expect(err).toMatchInlineSnapshot(`
    "1 of 2 responses valid, 1 refused.
    "
  `);
});
