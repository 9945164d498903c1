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

test.each([
  ['--total', '--by department --total', '--total'],
  ['groups by an attribute', '--by kind,department --units u.csv', '--by kind'],
  ['a group that is small itself', '--by kind --units u.csv', '--by kind'],
  ['peers', '--by department --units u.csv --peers kind', '--peers kind'],
  ['several of them', '--by kind --units u.csv --total', '--by kind, --total'],
])(
  'where a figure must be withheld, %s is refused, and what to leave out is said',
  async (_, options, named) => {
    const ran = await milepost(`${base} ${options}`, registered(small));
    expect(ran.exit).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain('figures about fewer than 5 people must be withheld');
    expect(ran.err).toContain(`Leave out ${named}.`);
  },
);

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
  const ran = await milepost(`${base} --by role,organisation`, { files: { 'q.yaml': text, 'r.csv': csv } });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('Leave out --by role.');
});

test('ranks and the order of rows tell nothing of who is withheld', async () => {
  const ran = await milepost(`${base} --by department --sort overall --rank`, registered(small));
  expect(ran.exit).toBe(0);
  const rows = rowsOf(ran.out);
  expect(rows.map(({ department }) => department)).toEqual(['A', 'C', 'B']);
  expect(rows.at(-1)).toMatchObject({ overall: '', overall__rank: '', overall__rank_best: '' });
});

test.each(['--total', '--units u.csv --peers kind', '--transpose'])(
  'a table given out with %s is not reckoned with, and refused',
  async (option) => {
    const earlier = await milepost(
      `compare q.yaml r.csv --by department --format json ${option}`,
      registered(large),
    );
    expect(earlier.exit).toBe(0);
    const { files } = registered(large);
    const ran = await milepost(`${base} --by department --published earlier.json`, {
      files: { ...files, 'earlier.json': earlier.out },
    });
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('--published earlier.json: it was made with');
  },
);

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

test('beside tables given out before, totals are refused', async () => {
  const { files } = registered(large);
  const earlier = await milepost('compare q.yaml r.csv --by department --format json', { files });
  const ran = await milepost(`${base} --by department --total --published earlier.json`, {
    files: { ...files, 'earlier.json': earlier.out },
  });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('Leave out --total.');
});

test.each(['--publish', '--published earlier.json'])(
  '%s is for the table of scores alone',
  async (option) => {
    const ran = await milepost(`compare q.yaml r.csv --tables scores,agreement ${option}`, registered(large));
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('is for the table of scores alone, and not for agreement');
  },
);

test('where scores must be withheld, no other table stands beside them', async () => {
  const options = '--by department --tables scores,agreement --format md';
  const ran = await milepost(`compare q.yaml r.csv ${options}`, registered(small));
  expect(ran.exit).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toContain('Ask for --tables scores, or leave it out.');
});
