import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { take } from '../fixture.js';
import { odsRow, rawOds, rawXlsx, workbook, zip } from './fixture.js';

const rows = [
  ['response_id', 'organisation', 'department', 'q1', 'q2', 'q3'],
  ['r-1', 'A', 'X', 2, 1, 'a'],
  ['r-2', 'B', 'Y', 3, 2, ''],
];
const textsOf = async (bytes: Uint8Array) => (await take({ 'r.xlsx': bytes })).texts;

test('what only unpacks to more than memory holds is refused before it is unpacked', async () => {
  const megabytes = Buffer.alloc(210 << 20, ' ');
  const bomb = rawXlsx('', { 'xl/worksheets/sheet2.xml': megabytes.toString('latin1') });
  expect(bomb.length).toBeLessThan(2 << 20);
  expect(await textsOf(bomb)).toEqual(['the workbook holds over 200 MB, which is more than is read']);
  // What its directory says of its size is not believed.
  const lying = Buffer.from(bomb);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(megabytes.length);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(10, at);
  expect(await textsOf(lying)).toEqual(['the workbook holds over 200 MB, which is more than is read']);
});

test('cells that are repeated more often than a sheet holds are refused before they are made', async () => {
  const row = '<table:table-row table:number-rows-repeated="1000000">';
  const cell =
    '<table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p></table:table-cell>';
  expect(await textsOf(rawOds(`${row}${cell}</table:table-row>`))).toEqual([
    'the workbook holds 1,000,000,000 cells, which is more than is read',
  ]);
  const blank = `${row}<table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  const { accepted } = await take({
    'r.ods': rawOds(rows.map((one) => odsRow(...one.map(String))).join('') + blank),
  });
  expect(accepted).toEqual(['r-1', 'r-2']);
});

test('a long text that thousands of cells share is refused before it is read thousands of times', async () => {
  const row = (line: number) => `<row r="${line}"><c r="A${line}" t="s"><v>0</v></c></row>`;
  const lines = Array.from({ length: 300 }, (_, i) => row(i + 1)).join('');
  const bytes = rawXlsx(lines, {
    'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(1 << 20)}</t></si></sst>`,
    '[Content_Types].xml': contentTypes,
    'xl/_rels/workbook.xml.rels': relationships,
  });
  expect(bytes.length).toBeLessThan(1 << 20);
  expect(await textsOf(bytes)).toEqual(['the workbook holds over 200 MB, which is more than is read']);
});

test('cells beyond a sheet’s last are damage', async () => {
  const cell = '<c r="ZZZZ1"><v>1</v></c>';
  expect(await textsOf(rawXlsx(`<row r="1">${cell}</row>`))).toEqual([
    'the workbook cannot be read: its sheet Data is damaged',
  ]);
  expect(await textsOf(rawXlsx('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'))).toEqual([
    'the workbook cannot be read: its sheet Data is damaged',
  ]);
});

test('what is no workbook is called by its name', async () => {
  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['a Word document', zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' })],
    ['a PowerPoint presentation', zip({ 'ppt/presentation.xml': 'x' })],
    ['a binary workbook (.xlsb)', workbook({ Data: rows }, { type: 'xlsb' })],
    [
      'an OpenDocument text',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'x' }),
    ],
    ['a zip archive with returns/a.xlsx in it', zip({ 'returns/a.xlsx': 'x' })],
    ['a zip archive', zip({ 'a.txt': 'x' })],
    ['a zip archive', zip({})],
    ['a Word document', ole('WordDocument')],
    ['no workbook', ole('Something')],
    [
      'a web page or other XML under the name of a workbook',
      Buffer.from('<html><table><tr><td>q1</td></tr></table>'),
    ],
  ];
  for (const [found, bytes] of files) {
    expect(await textsOf(bytes)).toEqual([
      `the file is ${found}, where a workbook or a text table is needed`,
    ]);
  }
});

test.each(['notzip.xlsx', 'notzip.XLSM', 'notzip.ods'])(
  'a text is no workbook, whatever its name: %s',
  async (name) => {
    const { accepted, texts } = await take({ [name]: 'This is not a workbook.\n' });
    const ending = name.slice(name.indexOf('.'));
    expect([accepted, texts]).toEqual([
      [],
      [`the file is no workbook, whatever its name: nothing in it is packed as in ${ending}`],
    ]);
  },
);

test('a table of text as some programs save it for Excel is read all the same', async () => {
  const { accepted } = await take({ 'r.xls': 'organisation\tdepartment\tq1\tq2\tq3\nN\tH\t3\t\t\n' });
  expect(accepted).toEqual(['r:1']);
});

test('a workbook with a password is told of', async () => {
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const expected = ['the workbook is locked with a password, and nothing in it can be read'];
  expect(await textsOf(locked)).toEqual(expected);
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data></manifest:encryption-data></manifest:file-entry></manifest:manifest>';
  const ods = zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': manifest,
    'content.xml': 'scrambled',
  });
  expect(await textsOf(ods)).toEqual(expected);
});

test('macros are not run and other files not opened, which is said', async () => {
  const { accepted, findings } = await take({
    'r.xlsm': rawXlsx(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>q1</t></is></c><c r="B1" t="inlineStr"><is><t>organisation</t></is></c></row><row r="2"><c r="A2"><f>[1]Data!A1</f><v>2</v></c><c r="B2" t="inlineStr"><is><t>A</t></is></c></row>',
      { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
    ),
  });
  expect(accepted).toEqual(['r:1']);
  expect(findings.slice(0, 2)).toEqual(['workbook-macros', 'workbook-links']);
});

test('a workbook that was cut off or damaged is told of, not read in part', async () => {
  for (const type of ['xlsx', 'ods'] as const) {
    const bytes = workbook({ Data: rows }, { type });
    expect(await textsOf(bytes.subarray(0, bytes.length / 2))).toEqual([
      'the workbook cannot be read: its end is missing, as of a file that was not sent whole',
    ]);
  }
  const { exit, out, err } = await milepost('validate q.yaml r.xlsx', {
    files: { 'q.yaml': yaml, 'r.xlsx': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(99, 1)]) },
  });
  expect([exit, out, err]).toMatchInlineSnapshot(`
    [
      1,
      "r.xlsx  error  workbook-unreadable
      the workbook cannot be read: its end is missing, as of a file that was not sent whole
      help: Open it in a spreadsheet and save it again as .xlsx or .ods, or ask for it to be sent again.
    ",
      "0 responses valid.
    ",
    ]
  `);
});

test('whatever becomes of the bytes, what is accepted is what was sent, and nothing is thrown', async () => {
  const originals = (['xlsx', 'ods', 'xls'] as const).map((type) => workbook({ Data: rows }, { type }));
  const { responses: sent } = await take({ 'r.bin': originals[0] ?? Buffer.alloc(0) });
  const known = sent.map((response) => JSON.stringify(response));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals.slice(0, 2)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
      async (original, changes, cut) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const { responses } = await take({
          'r.bin': cut === null ? bytes : bytes.subarray(0, cut % bytes.length),
        });
        for (const response of responses) expect(known).toContain(JSON.stringify(response));
      },
    ),
    { numRuns: 300 },
  );
});

test('an old workbook whose bytes were changed is read or told of, and nothing is thrown', async () => {
  const original = workbook({ Data: rows }, { type: 'xls' });
  // The library tells of it on the terminal; the build takes that out.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
      async (changes, cut) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        await take({ 'r.xls': cut === null ? bytes : bytes.subarray(0, cut % bytes.length) });
      },
    ),
    { numRuns: 200 },
  );
});

const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/></Types>`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;

const yaml = `milepost: 1
id: small
version: 1.0.0
title: Small
description: D.
notice: N.
licence: CC0-1.0
dimensions: [{ id: d, title: D, questions: [{ id: q1, text: Is it so?, type: yes_no }] }]
`;
