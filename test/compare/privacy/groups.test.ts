import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

const departments = { A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3), C: both(1, 2, 3, 4, 4) };
const small = responses(departments);
const large = [...responses({ A: departments.A }), ...responses({ C: departments.C })];
const base = 'compare q.yaml r.csv --format csv';
const register = `id,title,level,parent,kind
nb,Northbridge,organisation,,
a,A,department,nb,inner
b,B,department,nb,outer
c,C,department,nb,inner
`;

function registered(lines: readonly string[], text = questionnaire()) {
  const { files } = setting(lines, text);
  return { files: { ...files, 'u.csv': register } };
}

/** A score of each row, with nothing where there is none: `Northbridge/A: 3.25`. */
function overalls(csv: string): readonly string[] {
  return rowsOf(csv).map(({ overall = '', responses: _, returned: __, expected: ___, ...row }) => {
    const names = Object.entries(row).flatMap(([key, name]) => (key.match(/^(data|culture)/) ? [] : [name]));
    return `${names.filter((name) => name !== '').join('/')}: ${overall || '–'}`;
  });
}

test('the row of all units and every other department would tell the small one: one more goes', async () => {
  const ran = await milepost(`${base} --by department --total`, registered(small));
  expect(overalls(ran.out)).toEqual([
    'Northbridge/A: 3.25',
    'Northbridge/B: –',
    'Northbridge/C: –',
    '(all): 2.94',
  ]);
});

test('a kind of one small department is withheld with it, and what is of no part of it is shown', async () => {
  const ran = await milepost(`${base} --by kind,department --units u.csv`, registered(small));
  expect(overalls(ran.out)).toEqual([
    'inner: 3.03',
    'inner/Northbridge/A: 3.25',
    'inner/Northbridge/C: 2.8',
    'outer: –',
    'outer/Northbridge/B: –',
  ]);
});

test('where every unit is the mean of kinds, all but one kind tell the last', async () => {
  const text = questionnaire({ rollup: 'organisation: { of: department }' });
  const two = [...responses({ A: departments.A }), ...responses({ B: departments.B })];
  const ran = await milepost(`${base} --by kind --units u.csv --total`, registered(two, text));
  const shown = overalls(ran.out);
  expect(shown).toContain('outer: –');
  expect(shown.filter((row) => row.endsWith('–'))).toHaveLength(2);
});

test('what is said of peers is made of those that are shown, and tells nothing of the others', async () => {
  const kinds = register.replace('b,B,department,nb,outer', 'b,B,department,nb,inner');
  const { files } = registered(small);
  const ran = await milepost(`${base} --by department --units u.csv --peers kind`, {
    files: { ...files, 'u.csv': kinds },
  });
  expect(
    rowsOf(ran.out).map((row) => [row.overall, row.overall__peers, row.overall__peers_unscored]),
  ).toEqual([
    ['3.25', '2', '1'],
    ['', '2', '1'],
    ['2.8', '2', '1'],
  ]);
  // Of 3.25 and 2.8.
  for (const row of rowsOf(ran.out)) expect(row.overall__peer_median).toBe('3.03');
  expect(rowsOf(ran.out)[1]).toMatchObject({ overall__to_median: '', overall__to_best: '' });
});

test.each([
  ['--by department --total', 3],
  ['--by kind,department --units u.csv', 3],
  ['--by department --units u.csv --peers kind', 2],
])('where nothing must be withheld, %s shows all', async (options, rows) => {
  const ran = await milepost(`${base} ${options}`, registered(large));
  expect(ran.exit).toBe(0);
  expect(rowsOf(ran.out)).toHaveLength(rows);
  expect(rowsOf(ran.out).every(({ overall }) => overall !== '')).toBe(true);
});

test('without a least group they show all', async () => {
  const open = questionnaire({ privacy: '' });
  const ran = await milepost(`${base} --by kind --units u.csv --total`, registered(small, open));
  expect(ran.exit).toBe(0);
});

test('two ways to combine the same departments would tell a small one, though neither row is small', async () => {
  // The organisation is the mean of A and B; those of a role are the mean of twelve responses.
  const text = questionnaire({ rollup: 'organisation: { of: department }' }).replace(
    'privacy:',
    '  - { id: role, title: Role, type: choice, options: [{ id: x, label: X }, { id: y, label: Y }] }\nprivacy:',
  );
  const others = responses({ A: both(1, 1, 2, 2, 3) }, 'Westcombe');
  const northbridge = responses({ A: departments.A, B: departments.B });
  const more = responses({ D: both(1, 2, 3, 3, 3) }, 'Westcombe').map((row) => `${row},y`);
  const { files } = setting([...[...northbridge, ...others].map((row) => `${row},x`), ...more], text);
  const csv = files['r.csv'].replace('official\n', 'official,role\n');
  const given = { 'q.yaml': text, 'r.csv': csv };
  const ran = await milepost(`${base} --by organisation,role`, { files: given });
  expect(overalls(ran.out)).toEqual([
    'Northbridge: –',
    'Northbridge/X: 3',
    'Westcombe: 2.1',
    'Westcombe/X: 1.8',
    'Westcombe/Y: 2.4',
  ]);
  expect(ran.err).toContain('3 cells are withheld for confidentiality: figures from which others');
});

test('ranks and the order of rows tell nothing of who is withheld', async () => {
  const ran = await milepost(`${base} --by department --sort overall --rank`, registered(small));
  expect(ran.exit).toBe(0);
  const rows = rowsOf(ran.out);
  expect(rows.map(({ department }) => department)).toEqual(['A', 'C', 'B']);
  expect(rows.at(-1)).toMatchObject({ overall: '', overall__rank: '', overall__rank_best: '' });
});

test('a table given out of other responses is refused, and one of the same is not', async () => {
  const filter = ['--filter', 'profile.department == "A"'];
  const words = [...base.split(' '), '--by', 'department'];
  const json = ['compare', 'q.yaml', 'r.csv', '--by', 'department', '--format', 'json'];
  const { files } = registered(large);
  const earlier = await milepost([...json, ...filter], { files });
  const given = { files: { ...files, 'earlier.json': earlier.out } };
  const other = await milepost([...words, '--published', 'earlier.json'], given);
  expect(other.exit).toBe(2);
  expect(other.err).toContain('it was made with --filter profile.department == "A"');
  expect((await milepost([...words, ...filter, '--published', 'earlier.json'], given)).exit).toBe(0);
});

test('two rubrics that combine the same departments in two ways would tell both', async () => {
  const rubric = (id: string, of: string, range: string) => `milepost: 1
kind: rubric
id: ${id}
version: 1.0.0
title: ${id}
method: mean
${range}rollup: { organisation: { of: ${of} } }
`;
  const { files } = setting(responses({ A: departments.A, B: departments.B }));
  const ran = await milepost(`${base} --by organisation,department --rubric pool.yaml --rubric each.yaml`, {
    files: {
      ...files,
      'pool.yaml': rubric('pool', 'responses', ''),
      'each.yaml': rubric('each', 'department', 'range: [0, 100]\n'),
    },
  });
  const shown = rowsOf(ran.out).map(({ overall__pool: pool, overall__each: each }) => [pool, each]);
  // The organisation is 3 by the one, and (A + B) ÷ 2 by the other: both together would tell B.
  expect(shown).toEqual([
    ['', ''],
    ['3.25', '75'],
    ['', ''],
  ]);
});

test('a table given out before and the row of all units together would tell the small department', async () => {
  const { files } = registered(small);
  const earlier = await milepost('compare q.yaml r.csv --by department --format json', { files });
  const ran = await milepost(`${base} --by department --total --published earlier.json`, {
    files: { ...files, 'earlier.json': earlier.out },
  });
  expect(overalls(ran.out)).toEqual([
    'Northbridge/A: 3.25',
    'Northbridge/B: –',
    'Northbridge/C: 2.8',
    '(all): –',
  ]);
});

test('a table given out before that cannot be read is told of before any answer is', async () => {
  const { files } = registered(small);
  const ran = await milepost(`${base} --published earlier.json`, {
    files: { ...files, 'earlier.json': '{', 'r.csv': 'no such column\n1\n' },
  });
  expect(ran.err).toBe(
    'milepost: --published earlier.json: it is no JSON\nName a table that was written with --format json.\n',
  );
});
