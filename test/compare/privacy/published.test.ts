import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

const nested = 'compare q.yaml r.csv --by organisation,department';
const departments = { A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3), C: both(1, 2, 3, 4, 4) };
const lines = responses(departments);
const open = questionnaire({ privacy: '' });

/** The table of some responses, as it was given out then. */
async function givenOut(then: readonly string[], command = nested, text = open): Promise<string> {
  const ran = await milepost(`${command} --format json`, setting(then, text));
  expect(ran.exit).toBe(0);
  return ran.out;
}

function withEarlier(earlier: string, now: readonly string[], text = questionnaire()) {
  const { files } = setting(now, text);
  return { files: { ...files, 'earlier.json': earlier } };
}

function rowsIn(json: string): readonly unknown[] {
  return JSON.parse(json).tables[0].rows;
}

/** The same table with the rows of some departments alone. */
function withRows(json: string, keeps: (department: string) => boolean): string {
  const { tables, ...rest } = JSON.parse(json);
  const [{ rows, ...table }] = tables;
  const kept = rows.filter(({ department }: { department: string }) => keeps(department));
  return JSON.stringify({ ...rest, tables: [{ ...table, rows: kept }] });
}

const again = `${nested} --published earlier.json --format csv -o out.csv`;

test('what was given out before cannot be withheld any more, so nothing is written', async () => {
  const ran = await milepost(again, withEarlier(await givenOut(lines), lines));
  expect(ran.exit).toBe(2);
  expect(() => ran.file('out.csv')).toThrow();
  const said = ran.err.replace(/\s+/g, ' ');
  expect(said).toContain(
    'Northbridge › B, data must be withheld, and can be worked out as 2.500 from `Northbridge › B, data, given out before`',
  );
  expect(said).not.toContain('Northbridge › A, data must');
});

test('what was given out before is of no use to hide others behind', async () => {
  // A alone was given out. Now the organisation is told of too: not A, but C is withheld with B.
  const given = await givenOut(lines, 'compare q.yaml r.csv --by department');
  const earlier = withRows(given, (department) => department === 'A');
  const ran = await milepost(`${nested} --published earlier.json --format csv`, withEarlier(earlier, lines));
  expect(ran.exit).toBe(0);
  expect(rowsOf(ran.out).map(({ overall }) => overall)).toEqual(['2.94', '3.25', '', '']);
});

test('what was withheld then and is withheld now stays so', async () => {
  const earlier = await givenOut(lines, nested, questionnaire());
  const ran = await milepost(again, withEarlier(earlier, lines));
  expect(ran.exit).toBe(0);
  expect(ran.err).toContain('Nothing has changed since the table given out before.');
});

test('a table of departments and a later one of organisations are one to their reader', async () => {
  // Then B was left out by hand.
  const given = await givenOut(lines, 'compare q.yaml r.csv --by department');
  const earlier = withRows(given, (department) => department !== 'B');
  const ran = await milepost(
    'compare q.yaml r.csv --by organisation --published earlier.json --format csv',
    withEarlier(earlier, lines),
  );
  expect(ran.exit).toBe(0);
  expect(rowsOf(ran.out).map(({ overall }) => overall)).toEqual(['']);
  expect(ran.err).toContain(
    '3 cells are withheld for confidentiality: figures from which others could be worked out',
  );
  // Its rows are others: none of them is gone.
  expect(ran.err).toContain(
    'The table given out before has rows by department, and this one by organisation',
  );
  expect(ran.err).toContain('--by');
  expect(ran.err).not.toContain('No longer in the table');
});

test('what was rounded is known exactly by who knows how many answered', async () => {
  // Of 21 whole answers with a mean of 2.1 the sum can but be 44. Beside it A would tell B, and within 0.2 by what is printed alone.
  const many = responses({
    A: both(...Array.from({ length: 19 }, (_, i) => (i < 16 ? 2 : 3))),
    B: both(1, 2),
  });
  const earlier = await givenOut(many, 'compare q.yaml r.csv --by organisation');
  expect(rowsIn(earlier)).toMatchObject([{ responses: 21, overall: 2.1 }]);
  const ran = await milepost(
    'compare q.yaml r.csv --by department --published earlier.json --format csv',
    withEarlier(earlier, many),
  );
  expect(ran.exit).toBe(0);
  expect(rowsOf(ran.out).map(({ overall }) => overall)).toEqual(['', '']);
});

test('one more response since would be known by what it changes', async () => {
  const then = lines.slice(0, -1);
  const alone = responses({ C: departments.C });
  const before = await givenOut(alone.slice(0, -1), nested);
  const ran = await milepost(
    'compare q.yaml r.csv --by department --published earlier.json --min-group 2 --format csv',
    withEarlier(before, alone, open),
  );
  expect(then.length).toBe(lines.length - 1);
  expect(ran.exit).toBe(0);
  expect(rowsOf(ran.out).map(({ overall }) => overall)).toEqual(['']);
  expect(ran.err).toContain('2.5 → withheld, since others could be worked out from it');
});

test('what changed since, and why', async () => {
  const more = responses({ ...departments, A: both(3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4) });
  const corrected = more.map((line) =>
    line.replace('Northbridge-C-0,Northbridge,C,1,1', 'Northbridge-C-0,Northbridge,C,2,1'),
  );
  const ran = await milepost(
    `${nested} --published earlier.json --format csv`,
    withEarlier(await givenOut(lines), corrected, open),
  );
  expect(ran.exit).toBe(0);
  expect(ran.err).toContain('Northbridge › A, Data: 3.25 → 3.57 (8 → 14 responses)');
  expect(ran.err).toContain(
    'Northbridge › C, Data: 2.8 → 3 (still 5 responses: answers or rules were changed)',
  );
  expect(ran.err).not.toContain('Northbridge › B');
});

test('a long table can be what was given out', async () => {
  const earlier = await givenOut(lines, `${nested} --layout long`);
  const ran = await milepost(again, withEarlier(earlier, lines));
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('Northbridge › B, data must be withheld');
});

test.each([
  ['no JSON', 'organisation,overall'],
  ['an object', '{"rows": []}'],
  ['a list of rows, which does not say how they were made,', '[]'],
])('%s is no table given out before', async (_, earlier) => {
  const ran = await milepost(again, withEarlier(earlier, lines));
  expect(ran.exit).toBe(2);
  expect(ran.err).toMatch(/--published earlier\.json: it is no/);
});

test('a table that is not there is told of', async () => {
  const ran = await milepost(again, setting(lines));
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('--published earlier.json cannot be read: there is no such file');
});

test('where ratings happen to come to what a mean of departments does, they tell no more of a small department', async () => {
  const text = questionnaire({
    rollup: 'organisation: { of: department }',
    privacy: 'privacy: { min_group: 4, count: people }',
  });
  const lines = [...responses({ A: both(2, 2, 2, 2) }), 'b,Northbridge,B,1,3,2,'];
  const command = 'compare q.yaml r.csv --layout long --format json';
  const { files } = setting(lines, text);
  const first = await milepost(`${command} --by department --tables scores,alpha`, { files });
  const ran = await milepost(`${command} --by organisation --published earlier.json`, {
    files: { ...files, 'earlier.json': first.out },
  });
  expect(ran.exit, ran.err).toBe(0);
  const [table] = JSON.parse(ran.out).tables;
  expect(table.rows.map(({ score }: { score: number | null }) => score)).toEqual([null, null, null]);
});
