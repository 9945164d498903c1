import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire, roles } from './support.js';

const text = questionnaire({ profile: roles, ask: { q1: ['target'], q2: [] } });

/** What somebody says of a department: what is not said here is 2. */
interface Said {
  readonly q1?: number | '';
  readonly target?: number | '';
  readonly role?: 'x' | 'y';
}

/** So many who say the same, by names that begin alike. */
function people(department: string, n: number, name: string, said: Said = {}): readonly string[] {
  const { q1 = 2, target = 4, role = 'x' } = said;
  return Array.from({ length: n }, (_, i) =>
    [`${department}${name}${i}`, 'North', department, role, q1, target, 2].join(','),
  );
}

async function compare(options: string, lines: readonly string[], documents: readonly string[] = []) {
  const published = documents.map((_, i) => ` --published ${i}.json`).join('');
  const ran = await milepost(`compare q.yaml r.csv --format json ${options}${published}`, {
    files: {
      'q.yaml': text,
      'r.csv': `response_id,organisation,department,role,q1,q1__target,q2\n${lines.join('\n')}\n`,
      ...Object.fromEntries(documents.map((json, i) => [`${i}.json`, json])),
    },
  });
  expect(ran.exit, ran.err).toBe(0);
  return ran.out;
}

/** A figure of data by department, or of what is left of its name. */
function shown(json: string, figure: string, table = 0): readonly string[] {
  const rows: readonly Readonly<Record<string, unknown>>[] = JSON.parse(json).tables[table].rows;
  return rows
    .filter(({ node = 'data', question = 'q1' }) => node === 'data' && question === 'q1')
    .map((row) => `${row.department ?? row.organisation}: ${row[figure] ?? '–'}`);
}

const eight = people('A', 8, 'early');

test('a unit to which five came is told again', async () => {
  const first = await compare('--by department', eight);
  const now = [...eight, ...people('A', 5, 'late', { q1: 4 })];
  expect(shown(await compare('--by department', now, [first]), 'data')).toEqual(['A: 2.77']);
});

test('what a role says is not told again: of those who came one may speak in it', async () => {
  const options = '--by department --tables roles --roles role';
  const then = [...eight, ...people('A', 8, 'y', { role: 'y' })];
  const first = await compare(options, then);
  expect(shown(first, 'mean')).toEqual(['A: 2']);
  const late = [...people('A', 1, 'late', { q1: 1 }), ...people('A', 5, 'five', { role: 'y' })];
  expect(shown(await compare(options, [...then, ...late], [first]), 'mean')).toEqual(['A: –']);
});

test.each(['', '--layout long', '--tables agreement'])(
  'who came to a unit and left a question out is none of those who came to its figure (%s)',
  async (options) => {
    const first = await compare(`--by department ${options}`, eight);
    // One has left, of whom data would tell.
    const now = [...eight.slice(1), ...people('A', 6, 'late', { q1: '' })];
    const again = await compare('--by department', now, [first]);
    expect(shown(again, 'data')).toEqual(['A: –']);
  },
);

test('a target is not told again: of those who came one may have set it', async () => {
  const options = '--by department --layout long';
  const first = await compare(options, eight);
  expect(shown(first, 'target')).toEqual(['A: 4']);
  const late = [...people('A', 1, 'one', { target: 2 }), ...people('A', 4, 'four', { target: '' })];
  const again = await compare(options, [...eight, ...late], [first]);
  expect(shown(again, 'score')).toEqual(['A: 2']);
  expect(shown(again, 'target')).toEqual(['A: –']);
});

test('that a table of talk did not name a question tells that its ratings lay close together', async () => {
  const then = [...eight, ...people('B', 8, 'early')];
  const first = await compare('--by organisation,department --tables talk', then);
  expect(shown(first, 'ratings')).toEqual([]);
  // One came to A, and few are left in B.
  const now = [...eight, ...people('A', 1, 'late', { q1: 4 }), ...people('B', 3, 'early')];
  const again = await compare('--by department --tables agreement', now, [first]);
  expect(shown(again, 'highest')).toEqual(['A: –', 'B: –']);
});

test('what the last of several documents told is known, whatever those before it did', async () => {
  const options = '--by organisation,department';
  const then = [...eight, ...people('B', 8, 'early')];
  const now = [...then, ...people('A', 5, 'late', { q1: 4 }), ...people('B', 6, 'late', { q1: 3 })];
  const first = await compare(options, then);
  const second = await compare(options, now, [first]);
  expect(shown(second, 'data')).toEqual(['North: 2.59', 'A: 2.77', 'B: 2.43']);
  expect(shown(await compare(options, now, [first, second]), 'data')).toEqual(shown(second, 'data'));
  // One document named twice is one, and so are two of its tables that tell of the same.
  expect(shown(await compare(options, now, [first, first]), 'data')).toEqual(shown(second, 'data'));
  const wanted = await compare(`${options} --tables scores,ambition`, then);
  expect(shown(await compare(options, now, [wanted]), 'data')).toEqual(shown(second, 'data'));
});

test('everybody in a new department came since', async () => {
  const options = '--by organisation,department';
  const first = await compare(options, eight);
  const now = [...eight, ...people('A', 5, 'late'), ...people('C', 6, 'new', { q1: 3 })];
  expect(shown(await compare(options, now, [first]), 'data')).toEqual(['North: 2.32', 'A: 2', 'C: 3']);
});

test('why a figure is withheld that was given out is said: it is about few, or one would tell others', async () => {
  const both = [...eight, ...people('B', 8, 'early')];
  const first = await compare('--by department --tables agreement', both);
  const ran = await milepost('compare q.yaml r.csv --by department --tables agreement --published 0.json', {
    files: {
      'q.yaml': text,
      'r.csv': `response_id,organisation,department,role,q1,q1__target,q2\n${[...eight, ...people('A', 1, 'late'), ...people('B', 3, 'early')].join('\n')}\n`,
      '0.json': first,
    },
  });
  expect(ran.err).toContain('North › B, ratings of q1: withheld, since it is about fewer than 5');
  expect(ran.err).toContain('North › A, ratings of q1: withheld, since others could be worked out from it');
});

test('a figure is read to as many digits as it was given out with, however few there are now', async () => {
  const then = [...people('A', 40, 'early', { q1: 2 }), ...people('A', 1, 'one', { q1: 3 })];
  const first = await compare('--by department', then);
  expect(shown(first, 'data')).toEqual(['A: 2.02']);
  const coarse = text.replace('rubric: {', 'rubric: { round: { digits: 1 },');
  const now = [...people('A', 40, 'early', { q1: 2 }), ...people('A', 1, 'one', { q1: 4 })];
  const ran = await milepost('compare q.yaml r.csv --format json --by department --published 0.json', {
    files: {
      'q.yaml': coarse,
      'r.csv': `response_id,organisation,department,role,q1,q1__target,q2\n${now.join('\n')}\n`,
      '0.json': first,
    },
  });
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out, 'data')).toEqual(['A: –']);
});
