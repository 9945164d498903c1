import { afterEach, describe, expect, test } from 'vitest';
import type { DuplicatePolicy } from '../../src/intake/after/duplicates.js';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';
import { take } from './fixture.js';
import { workbook } from './workbook/fixture.js';

const header = 'response_id,completed,organisation,department,q1,q2,q2__note,q3\n';
const twice = {
  'first.csv': `${header}r1,2026-11-02,N,H,3,,,\nr2,,N,H,1,,,\n`,
  'late.csv': `${header}r1,2026-11-01,N,H,2,High,late,a\n`,
};
const settle = (duplicates: DuplicatePolicy, files = twice) => take(files, { options: { duplicates } });

describe('a response whose key came before', () => {
  test('is refused with both places, unless something else is asked for', async () => {
    const { accepted, rejected, texts } = await settle('refuse');
    expect(accepted).toEqual(['r1', 'r2']);
    expect(rejected).toEqual(['2 duplicate-response']);
    expect(texts).toEqual(['the response "r1" is there already: line 2 of first.csv; this one is refused']);
  });
  test.each([
    ['first', 3],
    ['last', 2],
    ['latest', 3],
  ] as const)('%s: one of them counts', async (policy, q1) => {
    const { responses, rejected } = await settle(policy);
    expect(responses.map(({ id, answers }) => [id, answers.q1?.value])).toEqual([
      ['r1', q1],
      ['r2', 1],
    ]);
    expect(rejected).toEqual([]);
  });
  test('latest without a time for each is told, and the last counts', async () => {
    const files = { 'a.csv': `${header}r1,,N,H,3,,,\nr1,2026-11-01,N,H,2,,,\n` };
    const { responses, texts } = await settle('latest', {
      ...twice,
      ...files,
      'first.csv': header,
      'late.csv': header,
    });
    expect(responses[0]?.answers.q1).toEqual({ value: 2 });
    expect(texts.at(-1)).toBe(
      'response `r1` is there more than once, here without a time: which is the latest cannot be told, so the last that was read counts',
    );
  });
  describe('wherever the machine stands', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    test.each(['UTC', 'America/New_York'])('in %s, a time without an offset is in UTC', async (machine) => {
      process.env.TZ = machine;
      const { responses } = await settle('latest', {
        'first.csv': `${header}r1,2026-11-01T12:00Z,N,H,3,,,\n`,
        'late.csv': `${header}r1,2026-11-01T11:00,N,H,2,,,\n`,
      });
      expect(responses[0]?.answers.q1).toEqual({ value: 3 });
    });
  });
  test('merge fills blanks only, and tells of what is said otherwise', async () => {
    const { responses, texts } = await settle('merge');
    expect(responses[0]?.answers).toEqual({
      q1: { value: 3 },
      q2: { value: 3, note: 'late' },
      q3: { value: ['a'] },
    });
    expect(texts).toEqual([
      'response `r1` says "2" to `q1` here, and "3" where it came first: the first stays',
    ]);
  });
});

describe('a file that was sent twice', () => {
  const table = 'organisation,q1,q2\nNorth,1,2\nSouth,2,1\n';
  const q = levels(2).replace(
    'scales:',
    'profile: [{ id: organisation, title: Authority, required: true, unit: true }]\nscales:',
  );
  const ran = (args: string, files: Readonly<Record<string, string | Uint8Array>>) =>
    milepost(args, { files: { 'q.yaml': q, ...files } });

  test('counts once, by whatever name it came the second time', async () => {
    const returned = workbook({
      Data: [
        ['organisation', 'q1', 'q2'],
        ['North', 1, 2],
      ],
    });
    const { exit, err, file } = await ran('import q.yaml returns -o o.jsonl --rejects r.csv', {
      'returns/form.xlsx': returned,
      'returns/form (1).xlsx': returned,
    });
    expect(exit).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "returns/form.xlsx  error  same-file
        the file is the same as returns/form (1).xlsx, byte for byte: refused, so that 1 response does not
        count twice
        help: Take one of them out. If two people did say the same, give each a \`response_id\`.
      returns/form (1).xlsx, sheet Data (a table with a header of ids): 1 row read = 1 accepted.
      returns/form.xlsx, sheet Data (a table with a header of ids): 1 row read = 0 accepted + 1 duplicate.
      In all: 2 rows read = 1 accepted + 1 duplicate.
      "
    `);
    expect(file('o.jsonl').trim().split('\n')).toHaveLength(1);
    expect(file('r.csv')).toBe('organisation,q1,q2,rejected_id,rejected_where,rejected_why\n');
  });

  test.each(['first', 'last', 'latest', 'merge'])(
    'whatever becomes of single duplicates: %s',
    async (policy) => {
      const { exit, err } = await ran(`score q.yaml a.csv b.csv --duplicates ${policy} -o s.csv`, {
        'a.csv': table,
        'b.csv': table,
      });
      expect(exit).toBe(1);
      expect(err).toContain(
        'b.csv  error  same-file\n  the file is the same as a.csv, byte for byte: refused, so that 2 responses do not count twice\n',
      );
      expect(err).toContain('2 of 4 responses scored, 2 duplicates.\n');
    },
  );

  test('and what is wrong in it is told once', async () => {
    const { err } = await ran('validate q.yaml a.csv b.csv', {
      'a.csv': 'response_id,organisation,q1,q2\nr1,North,9,2\nr2,North,1,2\n',
      'b.csv': 'response_id,organisation,q1,q2\nr1,North,9,2\nr2,North,1,2\n',
    });
    expect(err).toBe('1 of 4 responses valid, 1 refused and 2 duplicates.\n');
  });

  test('in part is warned of once, with a count, whatever its columns are called', async () => {
    const { exit, err } = await ran('import q.yaml a.csv b.csv c.csv -o o.jsonl', {
      'a.csv': table,
      'b.csv': `${table}East,2,2\n`,
      'c.csv': 'Authority,q1,q2\nEast,2,2\n',
    });
    expect(exit).toBe(0);
    expect(err).toMatchInlineSnapshot(`
      "b.csv:2  warning  alike-rows
        3 rows are alike in all cells to a row before; this one to line 2 of a.csv
        help: If they were sent twice, take one out; a column \`response_id\` tells responses apart.
      a.csv (a table with a header of ids): 2 rows read = 2 accepted.
      b.csv (a table with a header of ids): 3 rows read = 3 accepted.
      c.csv (a table with a header of ids): 1 row read = 1 accepted.
      In all: 6 rows read = 6 accepted.
      "
    `);
  });

  test('but not where the same cells answer other questions', async () => {
    const { err } = await ran('import q.yaml a.csv b.csv -o o.jsonl', {
      'a.csv': 'organisation,q1,q2\nNorth,1,2\n',
      'b.csv': 'organisation,q2,q1\nNorth,1,2\n',
    });
    expect(err).not.toContain('alike');
  });
});

describe('every command has one word and one count for it', () => {
  const files = {
    'q.yaml': levels(2),
    'a.csv': 'response_id,q1,q2\nr1,1,2\nr2,9,1\nr1,2,2\n',
  };

  test.each([
    ['import q.yaml a.csv -o o.jsonl', '3 rows read = 1 accepted + 1 refused + 1 duplicate.'],
    ['status q.yaml a.csv', '1 of 3 responses read, 1 refused and 1 duplicate.'],
    ['validate q.yaml a.csv', '1 of 3 responses valid, 1 refused and 1 duplicate.'],
    ['score q.yaml a.csv', '1 of 3 responses scored, 1 refused and 1 duplicate.'],
    ['compare q.yaml a.csv --by response', '1 of 3 responses scored, 1 refused and 1 duplicate.'],
    ['migrate q.yaml q.yaml a.csv -o o.jsonl', '1 of 3 responses carried over, 1 refused and 1 duplicate.'],
    ['score q.yaml a.csv --duplicates last', '1 of 3 responses scored, 1 refused and 1 duplicate.'],
  ])('%s', async (args, told) => {
    const { exit, err } = await milepost(args, { files });
    expect(err).toContain(told);
    expect(exit).toBe(1);
  });
});
