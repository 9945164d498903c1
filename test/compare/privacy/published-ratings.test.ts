import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire, roles } from './support.js';

type Departments = Readonly<Record<string, readonly number[]>>;

const grades = roles.replace('id: role, title: Role', 'id: grade, title: Grade');
const text = questionnaire({ profile: `${roles}\n${grades}`, ask: { q1: ['target'], q2: [] } });

/** One response each, by its rating in data; every other is of role x. */
function answers(departments: Departments): string {
  const lines = Object.entries(departments).flatMap(([department, all]) =>
    all.map((q1, i) => {
      const role = i % 2 === 0 ? 'x' : 'y';
      return `${department}${i},Northbridge,${department},${role},${role},${q1},${(i % 3) + 2},${(i % 4) + 1}`;
    }),
  );
  return `response_id,organisation,department,role,grade,q1,q1__target,q2\n${lines.join('\n')}\n`;
}

const departments = { A: [1, 2, 3, 4, 4, 4, 3, 3], B: [2, 2, 3, 3], C: [1, 2, 3, 4, 4, 1] } as const;

/** Runs `compare` on answers, after the tables of some runs were given out. */
async function compare(options: string, now: Departments, earlier: readonly string[] = []) {
  const names = earlier.map((_, i) => `${i}.json`);
  const files = {
    'q.yaml': text,
    'r.csv': answers(now),
    ...Object.fromEntries(earlier.map((json, i) => [names[i] ?? '', json])),
  };
  const published = names.map((name) => `--published ${name}`).join(' ');
  const ran = await milepost(`compare q.yaml r.csv ${options} ${published}`.trim(), { files });
  return { ...ran, said: ran.err.replace(/\s+/g, ' ') };
}

async function givenOut(options: string, then: Departments, earlier: readonly string[] = []) {
  const ran = await compare(`${options} --format json`, then, earlier);
  expect(ran.exit, ran.err).toBe(0);
  return ran.out;
}

/** A figure about data by row, `–` where it is withheld. */
function shown(csv: string, figure: string): readonly string[] {
  return rowsOf(csv)
    .filter(({ question, node }) => question === 'q1' || node === 'data' || (!question && !node))
    .map((row) => `${row.department || row.organisation || row.level}: ${row[figure] || '–'}`);
}

test.each([
  ['agreement', 'sd', ['A: 1.069', 'B: –', 'C: 1.378']],
  [
    'talk',
    'ratings',
    ['A: 1 × One; 1 × Two; 3 × Three; 3 × Four', 'C: 2 × One; 1 × Two; 1 × Three; 2 × Four'],
  ],
  ['ambition', 'targets', ['A: –', 'B: –', 'C: –', 'all: 52']],
])('the same table of %s again is the same table', async (table, figure, is) => {
  const options = `--by department --tables ${table}`;
  const first = await givenOut(options, departments);
  expect(shown((await compare(`${options} --format csv`, departments)).out, figure)).toEqual(is);
  const again = await compare(`${options} --format csv`, departments, [first]);
  expect(again.exit, again.err).toBe(0);
  expect(shown(again.out, figure)).toEqual(is);
  expect(again.said).toContain('Nothing has changed since the table given out before.');
});

test('agreement of the organisation that was given out and that of its departments would tell the small one', async () => {
  const first = await givenOut('--by organisation --tables agreement', departments);
  const ran = await compare('--by department --tables agreement --format csv', departments, [first]);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out, 'sd').filter((row) => row.endsWith('–'))).toHaveLength(2);
  // So do scores.
  const scores = await compare('--by department --format csv', departments, [first]);
  expect(rowsOf(scores.out).filter(({ data }) => data === '')).toHaveLength(2);
});

test.each([
  ['agreement', 'sd'],
  ['talk', 'ratings'],
])('one who came since would be known by what changes in %s, and five would not', async (table, figure) => {
  const options = `--by department --tables ${table}`;
  const first = await givenOut(options, departments);
  const one = await compare(`${options} --format csv`, { ...departments, A: [...departments.A, 1] }, [first]);
  expect(shown(one.out, figure)).not.toContainEqual(expect.stringMatching(/^A: [^–]/));
  expect(shown(one.out, figure)).toContainEqual(expect.stringMatching(/^C: [^–]/));
  expect(one.said).toContain('A, ratings of q1: withheld, since others could be worked out from it');
  const five = { ...departments, A: [...departments.A, 1, 1, 2, 4, 4] };
  const ran = await compare(`${options} --format csv`, five, [first]);
  expect(shown(ran.out, figure)).toContainEqual(expect.stringMatching(/^A: [^–]/));
  expect(ran.said).toContain('A, ratings of q1: 8 → 13 ratings');
});

test('one who came since is known by scores beside ratings that were given out', async () => {
  const first = await givenOut('--by department --tables agreement', departments);
  const now = { ...departments, A: [...departments.A, 1] };
  const ran = await compare('--by department --format csv', now, [first]);
  expect(rowsOf(ran.out).map(({ department, data }) => `${department}: ${data || '–'}`)).toEqual([
    'A: –',
    'B: –',
    'C: 2.5',
  ]);
});

test('who changed an answer would be known by what changes', async () => {
  const options = '--by department --tables agreement';
  const first = await givenOut(options, departments);
  const now = { ...departments, A: [4, ...departments.A.slice(1)] };
  expect(shown((await compare(`${options} --format csv`, now, [first])).out, 'sd')).toEqual([
    'A: –',
    'B: –',
    'C: 1.378',
  ]);
});

test('what a small department said then stays untold when it has grown', async () => {
  const options = '--by organisation,department --tables agreement';
  const then = { A: departments.A, B: departments.B };
  const first = await givenOut(options, then);
  expect(shown(await csvOf(first), 'sd')).toEqual(['Northbridge: 0.937', 'A: –', 'B: –']);
  const now = { ...then, B: [...departments.B, 1, 1, 1, 4, 4] };
  // By itself all of it could be told now.
  expect(shown((await compare(`${options} --format csv`, now)).out, 'sd')).not.toContainEqual(
    expect.stringMatching(/–$/),
  );
  const ran = await compare(`${options} --format csv`, now, [first]);
  expect(ran.exit, ran.err).toBe(0);
  // A is as it was, and the organisation tells of the five: with B it would tell the four.
  expect(shown(ran.out, 'sd')).toEqual(['Northbridge: 1.169', 'A: –', 'B: –']);
});

/** The rows of a JSON table as CSV. */
async function csvOf(json: string): Promise<string> {
  const [{ rows }] = JSON.parse(json).tables;
  const keys = Object.keys(rows[0]);
  const line = (row: Readonly<Record<string, unknown>>) => keys.map((key) => row[key] ?? '').join(',');
  return [keys.join(','), ...rows.map(line)].join('\n');
}

test('one who came since would be known by shortfalls and targets', async () => {
  const options = '--by department --tables ambition';
  const six = { A: departments.A, C: departments.C };
  const first = await givenOut(options, six);
  const ran = await compare(`${options} --format csv`, { ...six, A: [...six.A, 1] }, [first]);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out, 'targets')).toEqual(['A: –', 'C: 18', 'all: –']);
  expect(shown(ran.out, 'score')).toEqual(['A: –', 'C: 2.5', 'all: –']);
  expect(ran.said).toContain('A, targets in data: withheld, since others could be worked out from it');
});

test('targets of all that were given out and those of organisations would tell the small one', async () => {
  const first = await givenOut('--by organisation --tables ambition', departments);
  const ran = await compare('--by department --tables ambition --format csv', departments, [first]);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out, 'shortfall').filter((row) => row.endsWith('–'))).toHaveLength(2);
});

test('alpha that was given out tells of who came since with any ratings', async () => {
  const first = await givenOut('--by department --tables alpha', departments);
  const now = { ...departments, A: [...departments.A, 1] };
  const ran = await compare('--by department --tables agreement,alpha --format json', now, [first]);
  expect(ran.exit, ran.err).toBe(0);
  const [agreement, alpha] = JSON.parse(ran.out).tables;
  const of = (rows: readonly Record<string, unknown>[], figure: string) =>
    rows.flatMap((row) => (row[figure] === null ? [row.department] : []));
  expect(of(alpha.rows, 'alpha')).toEqual(['A', 'B']);
  expect(new Set(of(agreement.rows, 'lowest'))).toEqual(new Set(['A', 'B']));
});

test('roles that were given out are reckoned with, by the same field', async () => {
  const both = { A: [...departments.A, 1, 2], C: [1, 2, 3, 4, 4, 1, 1, 2, 3, 3] };
  const options = '--by department --tables roles --roles role --min-group 3';
  const first = await givenOut(options, both);
  const late = { ...both, A: [...both.A, 4] };
  const ran = await compare(`${options} --format csv`, late, [first]);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out, 'mean')).toEqual(['A: –', 'C: 2.4']);
  // Who came is x, and all of the department would tell what x says.
  const agreement = await compare('--by department --tables agreement --format csv', late, [first]);
  expect(shown(agreement.out, 'sd')).toEqual(['A: –', 'C: 1.174']);
  const other = await compare('--by department --tables roles --roles grade --format csv', late, [first]);
  expect(other.exit).toBe(2);
  expect(other.said).toContain('its table of roles is made with --roles role, and a new one is not');
});

test.each(['agreement', 'alpha', 'ambition'])(
  'a table of %s with one row a unit is refused',
  async (table) => {
    const first = await givenOut(`--by department --tables ${table} --layout wide`, departments);
    const ran = await compare('--by department', departments, [first]);
    expect(ran.exit).toBe(2);
    expect(ran.said).toContain(`its table of ${table} is laid out in another way than is read`);
  },
);
