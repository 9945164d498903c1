import { expect, test } from 'vitest';
import { questionnaireOf } from '../../response/fixture.js';
import { take } from '../fixture.js';
import { odsRow, rawOds, rawXlsx, type Value, workbook } from './fixture.js';

const kinds = questionnaireOf(`
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: 2-3 }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: level, text: Level?, scale: s }
      - { id: yes, text: Yes?, type: yes_no }
      - { id: amount, text: Amount?, type: number }
      - { id: day, text: Day?, type: date }
      - { id: words, text: Words?, type: text }
`);
const header = ['level', 'yes', 'amount', 'day', 'words'];
const date = (v: number, z: string): Value => ({ t: 'n', v, z });

/** What is read from one row of cells below a header. */
async function answersOf(row: readonly Value[], options: Parameters<typeof workbook>[1] = {}) {
  const bytes = workbook({ Data: [header, row] }, options);
  const { responses, texts } = await take({ 'r.xlsx': bytes }, { questionnaire: kinds });
  const answers = Object.entries(responses[0]?.answers ?? {}).map(([id, { value }]) => [id, value]);
  return texts.length > 0 ? texts : Object.fromEntries(answers);
}

test.each(['xlsx', 'ods', 'xls'] as const)(
  'texts, numbers, truths and dates of %s are read as they were meant',
  async (type) => {
    expect(await answersOf([1, true, 12.5, date(46084, 'd/m/yyyy'), 'Été & <b>'], { type })).toEqual({
      level: 1,
      yes: true,
      amount: 12.5,
      day: '2026-03-03',
      words: 'Été & <b>',
    });
    // Numbers stored as texts, a number as a text, and a sum in binary.
    expect(await answersOf(['1', 'no', '12.50', '2026-03-03', 0.1 + 0.2], { type })).toEqual({
      level: 1,
      yes: false,
      amount: 12.5,
      day: '2026-03-03',
      words: '0.30000000000000004',
    });
  },
);

test.each(['xlsx', 'xls'] as const)(
  'dates of a workbook that counts from 1904 are the same days in %s',
  async (type) => {
    expect(
      await answersOf([1, true, 0, date(46084 - 1462, 'd/m/yyyy'), 'x'], { type, date1904: true }),
    ).toMatchObject({
      day: '2026-03-03',
    });
  },
);

test.each([
  ['UTC', 0],
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', -840],
])('no date moves with the time zone %s', async (zone, offset) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    expect(new Date('2026-01-01').getTimezoneOffset()).toBe(offset);
    for (const type of ['xlsx', 'ods', 'xls'] as const) {
      expect(await answersOf([1, true, 0, date(46084, 'd/m/yyyy'), 'x'], { type })).toMatchObject({
        day: '2026-03-03',
      });
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('a date in a text is shown with its month by name as the sheet has it, else as ISO 8601', async () => {
  expect(await answersOf([1, true, 0, '2026-03-03', date(46084, 'd-mmm')])).toMatchObject({ words: '3-Mar' });
  expect(await answersOf([1, true, 0, '2026-03-03', date(46084, 'm/d/yy')])).toMatchObject({
    words: '2026-03-03',
  });
  expect(await answersOf([1, true, 0, '2026-03-03', date(46084.4375, 'm/d/yy h:mm')])).toMatchObject({
    words: '2026-03-03 10:30:00',
  });
  expect(await answersOf([1, true, 0, '2026-03-03', date(0.4375, 'h:mm')])).toMatchObject({
    words: '10:30:00',
  });
  expect(await answersOf([1, true, 0, '2026-03-03', date(1.5, '[h]:mm')])).toMatchObject({
    words: '36:00:00',
  });
});

test('a label that became a date is named for what it was', async () => {
  expect(await answersOf([date(46083, 'd-mmm'), true, 0, '', ''])).toEqual([
    '`level`: "2-Mar" is a date; perhaps `2-3` or `3-2`, turned into one by a spreadsheet',
  ]);
});

test('a per cent sign is not taken off: 0.5 or 50 is not for us to say', async () => {
  expect(await answersOf([1, true, { t: 'n', v: 0.07, z: '0%' }, '', ''])).toEqual([
    '`amount` is "7%", which is not a number; did you mean `7`?',
  ]);
});

const cell = (name: string, xml: string, type = '') =>
  `<c r="${name}"${type === '' ? '' : ` t="${type}"`}>${xml}</c>`;
const text = (name: string, words: string) => cell(name, `<is><t>${words}</t></is>`, 'inlineStr');
const ids = ['level', 'yes', 'amount', 'day', 'words'];
const headerXml = `<row r="1">${ids.map((id, at) => text(`${'ABCDE'[at]}1`, id)).join('')}</row>`;

test('faults of formulas, and formulas that were never computed, are faults of their cells and no blanks', async () => {
  const row = [
    cell('A2', '<f>B9</f><v>#REF!</v>', 'e'),
    cell('B2', '<f>TRUE()</f>'),
    cell('C2', '<f>1+1</f><v>2</v>'),
    cell('D2', '<v>#N/A</v>', 'e'),
    cell('E2', '<f>A1</f><v/>'),
  ].join('');
  const { accepted, findings, texts } = await take(
    { 'r.xlsx': rawXlsx(`${headerXml}<row r="2">${row}</row>`) },
    { questionnaire: kinds },
  );
  expect(accepted).toEqual([]);
  expect(texts).toEqual([
    '`level`: the cell holds the fault "#REF!" of a formula, no answer',
    '`yes`: the cell holds a formula whose value was never computed',
    '`day`: the cell holds the fault "#N/A" of a formula, no answer',
    '`words`: the cell holds a formula whose value was never computed',
  ]);
  expect(findings).toEqual([
    '2:1 cell-error',
    '2:2 cell-uncomputed',
    '2:4 cell-error',
    '2:5 cell-uncomputed',
  ]);
});

test('the same in an ods file, whose values may stand in attributes alone', async () => {
  const uncomputed = '<table:table-cell table:formula="of:=1+1"/>';
  const error =
    '<table:table-cell table:formula="of:=B9" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>';
  const err = error.replace('#REF!', 'Err:508');
  const number = '<table:table-cell office:value-type="float" office:value="12.5"/>';
  const empty =
    '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>';
  const bare = '<table:table-cell office:value-type="string" office:string-value="Good"/>';
  const read = async (...cells: readonly string[]) => {
    const { responses, texts } = await take(
      { 'r.ods': rawOds(odsRow(...ids) + odsRow(...cells)) },
      { questionnaire: kinds },
    );
    const answers = Object.entries(responses[0]?.answers ?? {}).filter(
      ([, { value }]) => value !== undefined,
    );
    return [...answers.map(([id, { value }]) => `${id} ${value}`), ...texts];
  };
  expect(await read('1', empty, number, empty, bare)).toEqual(['level 1', 'amount 12.5', 'words Good']);
  expect(await read(error, err, uncomputed, empty, '')).toEqual([
    '`level`: the cell holds the fault "#REF!" of a formula, no answer',
    '`yes`: the cell holds the fault "Err:508" of a formula, no answer',
    '`amount`: the cell holds a formula whose value was never computed',
  ]);
});

test('rich and shared texts, line ends and spaces are kept', async () => {
  const rich = '<is><r><t>Two </t></r><r><rPr><b/></rPr><t>words</t></r></is>';
  const strings = {
    'xl/sharedStrings.xml': '<sst count="1"><si><t xml:space="preserve">one\ntwo</t></si></sst>',
  };
  const { responses } = await take(
    {
      'r.xlsx': rawXlsx(`${headerXml}<row r="2">${cell('E2', rich, 'inlineStr')}</row>`, strings),
      's.xlsx': workbook({ Data: [header, [null, null, null, null, 'one\ntwo\u00a0 ']] }),
    },
    { questionnaire: kinds },
  );
  expect(responses.map(({ answers }) => answers.words?.value)).toEqual(['Two words', 'one\ntwo']);
});
