import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { small, take } from './fixture.js';

const plain = `response_id,organisation,department,q1,q2,q3
r1,Northbridge,Housing,3,Low,a;b
r2,Northbridge,Planning,2,DK,
r3,Southmere,Housing,1,,
`;

describe('a table as it comes', () => {
  test('cells become answers', async () => {
    const { responses, findings } = await take({ 'a.csv': plain });
    expect(findings).toEqual([]);
    expect(responses[0]).toMatchObject({
      milepost: 1,
      questionnaire: { id: 'sample', version: '1.0.0', digest: expect.stringMatching(/^sha256:/) },
      id: 'r1',
      profile: { organisation: 'Northbridge', department: 'Housing' },
      answers: { q1: { value: 3 }, q2: { value: 1 }, q3: { value: ['a', 'b'] } },
    });
    expect(responses[1]?.answers).toEqual({ q1: { value: 2 }, q2: { non_answer: 'dont_know' }, q3: {} });
    expect(responses[2]?.answers).toEqual({ q1: { value: 1 }, q2: {}, q3: {} });
  });

  const columns = `q3,q1,department,organisation,q2,response_id
a;b,3,Housing,Northbridge,Low,r1
,2,Planning,Northbridge,DK,r2
,1,Housing,Southmere,,r3
`;
  test('windows-1252 is read as such, and said', async () => {
    const text = 'response_id,organisation,department,q1,q2,q3\n1,Orléans,£ 5 “fund”,3,,\n';
    const bytes = Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1');
    for (const piece of [1 << 16, 5]) {
      const { responses, findings } = await take({ 'a.csv': bytes }, { piece });
      expect(responses[0]?.profile).toEqual({ organisation: 'Orléans', department: '£ 5 “fund”' });
      expect(findings).toEqual(['input-windows-1252']);
    }
  });

  test.each([
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['CR', plain.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${plain}`],
    ['UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['semicolons', plain.replaceAll(',', '\t').replace('a;b', '"a;b"').replaceAll('\t', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['vertical bars', plain.replaceAll(',', '|')],
    ['an Excel hint', `sep=,\r\n${plain}`],
    ['an Excel hint above lines that end in CR', `sep=,\n${plain}`.replaceAll('\n', '\r')],
    ['quoted cells', plain.replace('Housing', '"Housing"').replace('3,Low', '"3"," low\n"')],
    ['line breaks in headers', plain.replace('q1,q2', '"q1\n","q2\r\nHow much is there,\n all in all?"')],
    [
      'spaces around',
      plain.replace('q1,q2', ' q1 , q2').replace('Northbridge,Housing', '  Northbridge , Housing '),
    ],
    ['trailing empty lines', `${plain}\n\n,,,,,\n`],
    ['no end of the last line', plain.trimEnd()],
    ['line ends of both kinds', plain.replace('r2', '\r\nr2').replace('\n\r\n', '\r\n')],
    ['columns in another order', columns],
    [
      'all at once',
      `\ufeff${columns.replaceAll(',', '\t').replace('a;b', '"a;b"').replaceAll('\t', ';').replace('q1', '"q1\n"').replaceAll('\n', '\r\n')}\r\n`,
    ],
  ])('%s: the same responses', async (_, text) => {
    const wanted = (await take({ 'a.csv': plain })).responses;
    for (const piece of [1 << 16, 7, 1]) {
      const { responses, findings } = await take({ 'a.csv': text }, { piece });
      expect(findings).toEqual([]);
      expect(responses).toEqual(wanted);
    }
  });

  test('a semicolon that joins answers, and commas in texts, are no delimiters', async () => {
    const { responses } = await take({
      'a.csv': 'response_id;organisation;q1;q3\n1;"Poole, Bournemouth";3;"a;b"\n2;Dorset, West;3;"b;a"\n',
    });
    expect(responses.map(({ profile }) => profile.organisation)).toEqual([
      'Poole, Bournemouth',
      'Dorset, West',
    ]);
    expect(responses[1]?.answers.q3).toEqual({ value: ['b', 'a'] });
  });
});

describe('columns', () => {
  test('one that is not known is told once, with what it may be', async () => {
    const { findings, texts, accepted } = await take({
      'a.csv':
        'response_id,organisation,department,q1,q2,q3,orgnisation,Comments\n1,N,H,3,,,x,y\n2,N,H,3,,,x,y\n',
    });
    expect(accepted).toEqual(['1', '2']);
    expect(findings).toEqual(['1:7 unknown-column', '1:8 unknown-column']);
    expect(texts[1]).toBe('the column "Comments" is not known and was not read');
  });
  test('one that is required and not there is told once; every row is refused', async () => {
    const { findings, texts, rejected } = await take({
      'a.csv': 'response_id,Organisaton,q1,q2,q3\n1,N,3,,\n2,N,9,,\n',
    });
    expect(rejected).toEqual(['2 missing-column', '3 missing-column']);
    expect(findings).toEqual([
      '3:3 answer-unknown',
      '1:2 unknown-column',
      '1 missing-column',
      '1 unit-without-column',
    ]);
    expect(texts[2]).toBe(
      'there is no column `organisation`, which says which unit a response belongs to: every response in this file is refused; is it "Organisaton"?',
    );
  });
  test('by their texts, whatever their case, spaces, punctuation, numbering and asterisk', async () => {
    const { accepted, findings } = await take({
      'a.csv': 'response_id,AUTHORITY,Department,1.1  q1 ? *,Q 2?,Q3?\n1,N,H,High,2 - middle,A;B\n',
    });
    expect(accepted).toEqual(['1']);
    expect(findings).toEqual(['1:5 unknown-column', '1 questions-without-column']);
  });
  test('questions without a column count as unanswered, which is told', async () => {
    const { texts } = await take({ 'a.csv': 'response_id,organisation,department,q1\n1,N,H,3\n' });
    expect(texts).toEqual(['2 of 3 questions have no column and count as unanswered: `q2` and `q3`']);
  });
  test('the same twice: nothing is read', async () => {
    const { findings, texts, accepted } = await take({ 'a.csv': 'organisation,q1,q1\nN,3,3\n' });
    expect(accepted).toEqual([]);
    expect(findings).toEqual(['1:3 duplicate-column']);
    expect(texts[0]).toBe('the column "q1" is there twice, the first time as column B');
  });
  test('no question at all: nothing is read', async () => {
    const { texts, helps } = await take({ 'a.csv': 'name,age\nN,3\n' });
    expect(texts).toEqual(['none of the 2 columns is a question of this questionnaire: nothing was read']);
    expect(helps[0]).toMatch(
      /^The first row must hold the ids of questions, such as `q1`, or their texts\. Looked for: .*Microsoft Forms.*\. Cells were taken to be separated by commas\./,
    );
  });
  test('a follow-up that is not asked is told apart from a mistake', async () => {
    const { texts, responses } = await take({
      'a.csv':
        'response_id,organisation,department,q1,q1__target,q1__note,q2,q2__target,q3\n1,N,H,2,High,Soon.,1,3,\n',
    });
    expect(texts).toEqual(['the column `q2__target` was not read: `q2` does not ask for `target`']);
    expect(responses[0]?.answers.q1).toEqual({ value: 2, target: 3, note: 'Soon.' });
  });
  test('personal fields are dropped', async () => {
    const { responses, findings } = await take({
      'a.csv': 'response_id,organisation,department,email,q1,q2,q3\n1,N,H,jo@example.org,3,,\n',
    });
    expect(findings).toEqual([]);
    expect(JSON.stringify(responses)).not.toContain('jo@');
  });
});

describe('rows', () => {
  const header = 'response_id,organisation,department,q1,q2,q3\n';
  test('a faulty one is refused with all its faults, the others are kept', async () => {
    const { accepted, rejected, findings, texts } = await take({
      'a.csv': `${header}1,N,H,3,,\n2,,H,Hgh,4,c\n3,N,H,3,,\n4,N,H,,,\n`,
    });
    expect(accepted).toEqual(['1', '3']);
    expect(rejected).toEqual(['3 answer-unknown', '5 answer-missing']);
    expect(findings).toEqual([
      '3:4 answer-unknown',
      '3:5 answer-unknown',
      '3:6 answer-unknown',
      '3:2 profile-missing',
      '5:4 answer-missing',
    ]);
    expect(texts[0]).toBe(
      '`q1` is "Hgh"; allowed: `1` (Low), `2` (Middle), `3` (High); did you mean `High`?',
    );
  });
  test('lines are counted through line breaks in cells', async () => {
    const text = `"response_id\n",organisation,department,q1,q2,q3,remark,q1__note\n1,N,H,3,,,"a\nb","c\r\n\nd"\n2,N,H,9,,,,\n`;
    const { findings } = await take({ 'a.csv': text });
    expect(findings).toContain('7:4 answer-unknown');
  });
  test('one with too few or too many cells is refused', async () => {
    const { findings, texts } = await take({ 'a.csv': `${header}1,N,H,3\n2,N,H,3,,\n3,N,H,3,,,7\n` });
    expect(findings).toEqual(['2 ragged-row', '4 ragged-row']);
    expect(texts[1]).toBe('the row has 7 cells and the header has 6');
  });
  test('blank ones are skipped, and told of when responses follow', async () => {
    const { accepted, findings, texts } = await take({
      'a.csv': `${header}1,N,H,3,,\n\n,,,,,\n2,N,H,3,,\n\n`,
    });
    expect(accepted).toEqual(['1', '2']);
    expect(findings).toEqual(['4 blank-rows']);
    expect(texts).toEqual(['2 blank rows between responses were skipped']);
  });
  test('without ids, file and row name them', async () => {
    const { accepted } = await take({ 'in/may.csv': 'organisation,department,q1,q2,q3\nN,H,3,,\nN,H,2,,\n' });
    expect(accepted).toEqual(['may:1', 'may:2']);
  });
  test('without ids, rows that are alike are told of', async () => {
    const { accepted, texts } = await take({
      'a.csv': 'organisation,department,q1,q2,q3\nN,H,3,,\nN,H,2,,\nN,H,3,,\n',
    });
    expect(accepted).toHaveLength(3);
    expect(texts).toEqual(['1 row is alike in all cells to a row before; this one to line 2']);
  });
  test('a NUL is a fault of its cell', async () => {
    expect((await take({ 'a.csv': `${header}1,N\0,H,3,\0,\n` })).findings).toEqual([
      '2:5 answer-nul',
      '2:2 answer-nul',
    ]);
  });
  test('what is about the response itself', async () => {
    const { responses, findings } = await take({
      'a.csv': `wave,mode,completed,participants,official,${header}2026,Self completion,2026-11-23 10:00,8,yes,1,N,H,3,,\n2026,chat,yesterday,0,perhaps,2,N,H,3,,\n`,
    });
    expect(responses[0]).toMatchObject({
      wave: '2026',
      mode: 'self_completion',
      completed: '2026-11-23T10:00',
      participants: { count: 8 },
      official: true,
    });
    expect(findings).toEqual([
      '3:2 cell-unknown',
      '3:3 answer-not-a-date',
      '3:4 cell-not-a-count',
      '3:5 cell-unknown',
    ]);
  });
  test('units nearly of the same name are told of once', async () => {
    const { texts } = await take({
      'a.csv': `${header}1,N,Housing,3,,\n2,N,housing ,3,,\n3,N,housing,3,,\n`,
    });
    expect(texts).toEqual(['`department` is "housing" here and "Housing" in line 2: they count as two']);
  });
  test('another version needs a map', async () => {
    const { rejected, texts, accepted } = await take({
      'a.csv': `questionnaire_version,${header}0.9.0,1,N,H,3,,\n1.0.0,2,N,H,3,,\n0.9.0,3,N,H,7,,\n`,
    });
    expect(accepted).toEqual(['2']);
    expect(rejected).toEqual(['2 other-version', '4 other-version']);
    expect(texts).toEqual(['2 responses to version 0.9.0 of the questionnaire, which is 1.0.0 now: refused']);
  });
  test('a note on a question without a column stays with whoever wrote it', async () => {
    const { responses } = await take({
      'a.csv': 'response_id,organisation,q1,q2__note,q3\n1,N,3,Soon.,\n2,N,3,,\n3,N,3,Never.,\n',
    });
    expect(responses.map(({ answers }) => answers.q2)).toEqual([{ note: 'Soon.' }, {}, { note: 'Never.' }]);
  });
  test('answers to what was not asked are kept, and told of once a question', async () => {
    const { responses, texts } = await take({ 'a.csv': `${header}1,N,H,1,,a\n2,N,H,DK,,b\n3,N,H,3,,b\n` });
    expect(responses[0]?.answers.q3).toEqual({ value: ['a'] });
    expect(texts).toEqual([
      '`q3` is answered in 2 responses in which it was not asked; the answers are kept and not scored',
    ]);
  });
});

describe('keys', () => {
  test('the same twice: the later is refused, whichever file it is in', async () => {
    const table = 'response_id,wave,organisation,department,q1,q2,q3\n1,2025,N,H,3,,\n1,2026,N,H,3,,\n';
    const { accepted, findings, texts } = await take({
      'a.csv': table,
      'b.csv': `${table}2,2026,N,H,3,,\n2,2026,N,H,1,,\n`,
    });
    expect(accepted).toEqual(['1', '1', '2']);
    expect(findings).toEqual(['2:1 duplicate-response', '3:1 duplicate-response', '5:1 duplicate-response']);
    expect(texts[0]).toBe(
      'the response "1" of wave "2025" is there already: line 2 of a.csv; this one is refused',
    );
    expect(texts[2]).toContain('line 4 of b.csv');
  });
  test('files of the same name without ids clash, which is told once', async () => {
    const table = 'organisation,department,q1,q2,q3\nN,H,3,,\nN,H,2,,\n';
    const { accepted, rejected, texts } = await take({ 'x/a.csv': table, 'y/a.csv': table });
    expect([accepted, rejected]).toEqual([
      ['a:1', 'a:2'],
      ['2 duplicate-file-name', '3 duplicate-file-name'],
    ]);
    expect(texts).toEqual([
      '2 rows without a `response_id` would have the same ids as rows of x/a.csv, a file of the same name: refused',
    ]);
  });
});

test('a heading that lost bytes may have lost the columns beside it: nothing is read', async () => {
  const { accepted, findings } = await take({ 'a.csv': 'organisation,q1\0\0\0q2,q3\nA,1,2\n' });
  expect(accepted).toEqual([]);
  expect(findings).toContain('1:2 headings-damaged');
});

describe('a file that is no table', () => {
  test.each([
    ['empty', '', ['input-empty'], 0],
    ['only a header', 'organisation,department,q1,q2,q3\n', ['input-no-responses'], 0],
    ['a workbook', 'PK\u0003\u0004…', ['workbook-unreadable'], 0],
    [
      'a quote left open',
      'response_id,organisation,department,q1,q2,q3\n1,N,H,3,,\n2,"N,H,3,,\n3,N,H,3,,\n',
      ['3:2 csv-syntax'],
      1,
    ],
    [
      'a quote within',
      'response_id,organisation,department,q1,q2,q3\n1,N,H,3,,\n2,N 5" B,H,3,,\n',
      ['3:2 csv-syntax'],
      1,
    ],
    [
      'UTF-8 with a character cut in two',
      Buffer.concat([
        Buffer.from('response_id,organisation,department,q1,q2,q3\n1,Orléans,H,3,,\n2,Orl'),
        Buffer.from([0xc3]),
        Buffer.from('ans,H,3,,\n3,N,H,3,,\n'),
      ]),
      ['3:2 input-not-utf8'],
      2,
    ],
  ])('%s', async (_, text, findings, accepted) => {
    for (const piece of [1 << 16, 5]) {
      const outcome = await take({ 'a.csv': text }, { piece });
      expect(outcome.findings).toEqual(findings);
      expect(outcome.accepted).toHaveLength(accepted);
    }
  });
  test('a row with more cells than any table has columns is told of, and nothing read', async () => {
    const { texts, accepted } = await take({ 'a.csv': `organisation,q1${','.repeat(20_000)}\nN,3\n` });
    expect(accepted).toEqual([]);
    expect(texts).toEqual([
      'the table cannot be read from here on: this row has 20,002 cells, more than a spreadsheet has columns',
    ]);
  });
  test('a quote left open does not swallow the memory', async () => {
    const { findings } = await take({
      'a.csv': `response_id,organisation,department,q1,q2,q3\n1,"N\n${'x'.repeat(3 << 20)}`,
    });
    expect(findings).toEqual(['2 csv-syntax']);
  });
});

test('whatever the bytes, every row is accepted or refused, and nothing is thrown', async () => {
  const cell = fc.oneof(fc.constantFrom('', '1', 'High', 'DK', 'a;b', 'N'), fc.string({ maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 6 }),
      async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const text = ['response_id,organisation,department,q1,q2,q3', ...quoted].join('\n');
        const { accepted, rejected } = await take({ 'a.csv': text }, { questionnaire: small, piece: 11 });
        const filled = rows.filter((row) => row.some((content) => content.trim() !== ''));
        expect(accepted.length + rejected.length).toBe(filled.length);
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await take({ 'a.csv': bytes, 'b.json': bytes, 'c.jsonl': bytes, d: bytes }, { piece: 13 });
    }),
  );
});
