import { Buffer } from 'node:buffer';
import { read, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { milepost, type Ran } from '../support/milepost.js';
import { fileOf } from './flavours/exports.js';
import { workbook } from './workbook/fixture.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

const questionnaire = fileOf('questionnaire.yaml').toString();

/** Exports of every form tool, with the map that some need. */
const returned: readonly (readonly [file: string, map: string | undefined])[] = [
  ['canonical.csv', undefined],
  ['google-forms/sheet.csv', undefined],
  ['google-forms/download.csv', undefined],
  ['hand-filled/one-a-column.csv', undefined],
  ['hand-filled/comments.csv', undefined],
  ['hand-filled/wide.csv', undefined],
  ['kobo/kobo-labels.csv', undefined],
  ['kobo/kobo-names.csv', undefined],
  ['kobo/odk-central.csv', undefined],
  ['limesurvey/full-answers.csv', undefined],
  ['limesurvey/answer-codes.csv', 'values: { lead: { A1: officer, A2: team, A3: nobody } }'],
  ['limesurvey/text-headings.csv', undefined],
  ['microsoft-forms/french.csv', undefined],
  ['microsoft-forms/german.csv', undefined],
  ['microsoft-forms/quiz.csv', undefined],
  ['microsoft-forms/survey.csv', undefined],
  ['qualtrics/choice-text.csv', undefined],
  ['surveymonkey/condensed.csv', undefined],
  ['surveymonkey/expanded.csv', undefined],
];

/** A cell of 1.5, and what somebody else wrote into it. */
const cell = /(?<=[,;\t"])1[.,]5(?=[,;\t"\r\n])/;
const spoilt = 'one or two';
/** The last chief data officer stands in a row whose dates do not show by themselves which is the day. */
const lead = 'A chief data officer';
const misspelt = 'Another officer';

describe.each(returned)('%s', (file, map) => {
  const clean = fileOf(file).toString();
  const at = clean.lastIndexOf(lead);
  const unled = at < 0 ? clean : `${clean.slice(0, at)}${misspelt}${clean.slice(at + lead.length)}`;
  const torn = unled.replace(cell, spoilt);
  const number = cell.exec(clean)?.[0] ?? '';
  const mended = (text: string, correct = number) => text.replace(spoilt, correct).replace(misspelt, lead);
  const quoted = number.includes(',') ? `"${number}"` : number;
  const more = map === undefined ? {} : { 'map.yaml': `milepost: 1\nkind: map\n${map}\n` };
  const args = map === undefined ? '' : ' --map map.yaml';

  test.each([
    ['csv', (bytes: Uint8Array) => mended(Buffer.from(bytes).toString(), quoted)],
    ['xlsx', (bytes: Uint8Array) => savedAgain(bytes, mended, 'xlsx')],
    ['xlsx, saved as ods', (bytes: Uint8Array) => savedAgain(bytes, mended, 'ods')],
  ])(
    'its refused rows, mended in a file of rejects (%s), give what a clean file gives',
    async (ending, mend) => {
      expect(torn).not.toBe(clean);
      const name = `rejects.${ending.slice(0, 4).replace(',', '')}`;
      const whole = await imported({ ...more, 'a.csv': clean }, args);
      const first = await imported({ ...more, 'a.csv': torn }, `${args} --rejects ${name}`);
      expect(first.exit).toBe(1);
      const again = await imported({ ...more, 'b.any': mend(first.bytes(name)) }, args, 'b.any');
      expect({ exit: again.exit, told: again.err }).toEqual({ exit: 0, told: again.err });
      expect(sorted(first, again)).toEqual(sorted(whole));
    },
  );
});

describe('refused rows, mended, of other containers', () => {
  const header = [
    'response_id',
    'completed',
    'organisation',
    'department',
    'analysts',
    'reviewed',
    'obstacle',
  ];
  const day = (iso: string) => ({
    t: 'n' as const,
    v: Date.parse(iso) / 86_400_000 + 25_569,
    z: 'dd/mm/yyyy',
  });
  const sheet = (analysts: string | number) => [
    header,
    ['r1', day('2026-03-02'), 'Northbridge', 'Housing', 2, day('2025-05-06'), '=1+1'],
    ['r2', day('2026-04-03'), 'Northbridge', 'Planning', analysts, day('2025-06-07'), "'=protected"],
  ];

  test.each(['csv', 'xlsx'])(
    'of a workbook, with dates and what looks like a formula, as %s',
    async (ending) => {
      const whole = await imported({ 'a.csv': workbook({ Data: sheet(4) }) });
      expect(whole.exit).toBe(0);
      const first = await imported(
        { 'a.csv': workbook({ Data: sheet('few') }) },
        ` --rejects rejects.${ending}`,
      );
      const bytes = first.bytes(`rejects.${ending}`);
      const fixed =
        ending === 'csv'
          ? Buffer.from(bytes).toString().replace('few', '4')
          : savedAgain(bytes, (text) => text.replace('few', '4'), 'xlsx');
      expect(sorted(first, await imported({ b: fixed }, '', 'b'))).toEqual(sorted(whole));
    },
  );

  test('of several tables: a file each, or a sheet each', async () => {
    const files = {
      'a.csv': 'response_id,organisation,department,analysts\nr1,N,H,few\n',
      'b.csv': 'response_id;department;organisation;analysts\nr2;H;N;few\nr3;P;N;1\n',
    };
    const whole = await milepost('import q.yaml a.csv b.csv -o out.jsonl', {
      files: {
        'q.yaml': questionnaire,
        'a.csv': files['a.csv'].replace('few', '4'),
        'b.csv': files['b.csv'].replace('few', '4'),
      },
    });
    const first = await milepost('import q.yaml a.csv b.csv -o out.jsonl --rejects no.csv --ledger l.json', {
      files: { 'q.yaml': questionnaire, ...files },
    });
    expect(JSON.parse(first.file('l.json')).outputs.map((one: { file: string }) => one.file)).toEqual([
      'out.jsonl',
      'no.csv',
      'no-2.csv',
    ]);
    const again = await milepost('import q.yaml no.csv no-2.csv -o out.jsonl', {
      files: {
        'q.yaml': questionnaire,
        'no.csv': first.file('no.csv').replace('few', '4'),
        'no-2.csv': first.file('no-2.csv').replace('few', '4'),
      },
    });
    expect(sorted(first, again)).toEqual(sorted(whole));

    const book = await milepost('import q.yaml a.csv b.csv -o out.jsonl --rejects no.xlsx', {
      files: { 'q.yaml': questionnaire, ...files },
    });
    expect(read(book.bytes('no.xlsx')).SheetNames).toEqual(['Rejects', 'Rejects 2']);
    const fixed = savedAgain(book.bytes('no.xlsx'), (text) => text.replace('few', '4'), 'xlsx');
    expect(sorted(book, await imported({ b: fixed }, '', 'b'))).toEqual(sorted(whole));
  });

  const response = (id: string, analysts: unknown) => ({
    milepost: 1,
    questionnaire: { id: 'data-and-services', version: '1.0.0' },
    id,
    profile: { organisation: 'N', department: 'H' },
    answers: { analysts: { value: analysts } },
  });
  const lines = (...all: readonly unknown[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('');

  test('of JSONL, broken lines too: they go to a file beside', async () => {
    const good = lines(response('r1', 1), response('r2', 2), response('r3', 3));
    const bad = good.replace('{"value":2}', '{"value":"few"}').replace('3}}}\n', '3}}\n');
    const whole = await imported({ 'a.jsonl': good }, '', 'a.jsonl');
    const first = await imported({ 'a.jsonl': bad }, ' --rejects no.csv', 'a.jsonl');
    const rejects = first.file('no.jsonl').split('\n');
    expect(JSON.parse(rejects[0] ?? '').rejected).toEqual({
      where: 'a.jsonl:2',
      why: expect.stringContaining('`analysts` is "few"'),
    });
    expect(rejects[1]).toBe(bad.split('\n')[2]);
    const fixed = first.file('no.jsonl').replace('"value":"few"', '"value":2').replace('3}}\n', '3}}}\n');
    const again = await imported({ 'no.jsonl': fixed }, '', 'no.jsonl');
    expect(again.exit).toBe(0);
    expect(sorted(first, again)).toEqual(sorted(whole));
  });

  test('of a list in JSON', async () => {
    const text = (analysts: unknown) =>
      JSON.stringify([response('r1', 1), response('r2', analysts)], null, 2);
    const whole = await imported({ 'a.json': text(2) }, '', 'a.json');
    const first = await imported({ 'a.json': text('few') }, ' --rejects no.xlsx', 'a.json');
    const fixed = first.file('no.jsonl').replace('"value":"few"', '"value":2');
    expect(sorted(first, await imported({ 'no.jsonl': fixed }, '', 'no.jsonl'))).toEqual(sorted(whole));
  });
});

describe('a file of rejects', () => {
  const table = 'response_id,organisation,department,analysts,obstacle\n';

  test('has no row where nothing was refused, so that one of last time does not stay', async () => {
    const { exit, file } = await imported(
      { 'a.csv': `${table}r1,N,H,1,\n`, 'no.csv': 'of last time\n' },
      ' --rejects no.csv',
    );
    expect(exit).toBe(0);
    expect(file('no.csv')).toBe(`${table.trim()},rejected_id,rejected_where,rejected_why\n`);
  });

  test.each([
    [
      'rows of two files of one name',
      {
        'x/a.csv': 'organisation,department,analysts\nN,H,1\n',
        'y/a.csv': 'organisation,department,analysts\nS,H,2\n',
      },
      '1 row without a `response_id` would have the same ids as rows of x/a.csv, a file of the same name: refused',
    ],
    [
      'another version',
      {
        'a.csv':
          'questionnaire_version,response_id,organisation,department,analysts\n0.9.0,r1,N,H,1\n0.9.0,r2,N,H,1\n',
      },
      'A2: 1 response to version 0.9.0 of the questionnaire, which is 1.0.0 now: refused',
    ],
    [
      'a column that is missing, and what is wrong besides',
      { 'a.csv': 'response_id,department,analysts\nr1,H,few\n' },
      'there is no column `organisation`',
    ],
  ])('says why in words where that is told once for a file: %s', async (_, files, why) => {
    const { file } = await imported(files, ' --rejects no.csv', Object.keys(files).join(' '));
    const [, row = ''] = file('no.csv').split('\n');
    expect(row).toContain(why);
  });

  test('of JSON says so too', async () => {
    const other = JSON.stringify({ milepost: 1, questionnaire: { id: 'other', version: '1.0.0' }, id: 'r1' });
    const { file } = await imported({ 'a.jsonl': `${other}\n` }, ' --rejects no.csv', 'a.jsonl');
    expect(JSON.parse(file('no.jsonl')).rejected.why).toBe(
      '1 response to the questionnaire `other`, not to `data-and-services`: refused',
    );
  });

  test.each(['=1+1', '+1 for us', '-x', '@home', '\tx', "'=1+1", "''=1+1", "'tis"])(
    'holds %j as it came, and runs nothing',
    async (text) => {
      // What a text file holds: protected, as our own writers have it, or not.
      const whole = await imported({ 'a.csv': `${table}r1,N,H,1,"${text}"\n` });
      for (const ending of ['csv', 'xlsx']) {
        const first = await imported(
          { 'a.csv': `${table}r1,N,H,few,"${text}"\n` },
          ` --rejects no.${ending}`,
        );
        const bytes = first.bytes(`no.${ending}`);
        if (ending === 'csv') expect(Buffer.from(bytes).toString()).not.toMatch(/[,\n]"?[=+\-@\t]/);
        else expect(cellsOf(bytes).map(({ f }) => f)).not.toContainEqual(expect.any(String));
        const fixed =
          ending === 'csv'
            ? Buffer.from(bytes).toString().replace('few', '1')
            : savedAgain(bytes, (one) => one.replace('few', '1'), 'xlsx');
        expect(sorted(await imported({ b: fixed }, '', 'b'))).toEqual(sorted(whole));
      }
    },
  );

  test('is refused by its ending before anything is read or written', async () => {
    const { exit, err, file } = await imported({ 'a.csv': `${table}r1,N,H,1,\n` }, ' --rejects no.txt');
    expect(exit).toBe(2);
    expect(err).toContain('no.txt: rejects are written as CSV or as a workbook');
    expect(() => file('out.jsonl')).toThrow('ENOENT');
  });

  test('that cannot hold a text says so', async () => {
    const long = 'x'.repeat(40_000);
    const { exit, err } = await imported({ 'a.csv': `${table}r1,N,H,few,${long}\n` }, ' --rejects no.xlsx');
    expect(exit).toBe(2);
    expect(err).toContain(
      'no.xlsx: a text has more than 32,767 characters, which no cell holds\nWrite .csv instead.',
    );
  });
});

function imported(files: Files, args = '', file = 'a.csv'): Promise<Ran> {
  return milepost(`import q.yaml ${file} -o out.jsonl --keep email${args}`, {
    files: { 'q.yaml': questionnaire, ...files },
  });
}

/** All responses that runs came to, by id. */
function sorted(...runs: readonly Ran[]): readonly unknown[] {
  return runs
    .flatMap(({ file }) => file('out.jsonl').split('\n'))
    .filter((line) => line !== '')
    .sort((one, other) => idOf(one).localeCompare(idOf(other)))
    .map((line): unknown => JSON.parse(line));
}

function idOf(line: string): string {
  return String(JSON.parse(line).id);
}

/** The workbook as somebody saves it again, with other texts in its cells. */
function savedAgain(bytes: Uint8Array, mend: (text: string) => string, type: 'xlsx' | 'ods'): Uint8Array {
  const book = read(bytes);
  for (const sheet of Object.values(book.Sheets)) {
    for (const one of cellsIn(sheet)) {
      if (typeof one.v !== 'string') continue;
      one.v = mend(one.v);
      delete one.w;
      delete one.h;
      delete one.r;
    }
  }
  return Buffer.from(write(book, { type: 'buffer', bookType: type }));
}

function cellsOf(bytes: Uint8Array) {
  return Object.values(read(bytes, { cellFormula: true }).Sheets).flatMap(cellsIn);
}

function cellsIn(sheet: ReturnType<typeof read>['Sheets'][string]) {
  const { s, e } = utils.decode_range(sheet['!ref'] ?? 'A1');
  const addresses: string[] = [];
  for (let r = s.r; r <= e.r; r += 1) {
    for (let c = s.c; c <= e.c; c += 1) addresses.push(utils.encode_cell({ r, c }));
  }
  return addresses.flatMap((address) => sheet[address] ?? []);
}
