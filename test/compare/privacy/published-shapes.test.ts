import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

const departments = { A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3), C: both(1, 2, 3, 4, 4) };
const lines = responses(departments);
const register = `id,title,level,parent,kind
nb,Northbridge,organisation,,
a,A,department,nb,inner
b,B,department,nb,outer
c,C,department,nb,outer
`;

/** The small questionnaire, the register of units, and tables given out before, by their file names. */
function withEarlier(
  earlier: Readonly<Record<string, string>> = {},
  { now = lines, text = questionnaire(), units = register } = {},
): { readonly files: Readonly<Record<string, string>> } {
  const { files } = setting(now, text);
  return { files: { ...files, 'u.csv': units, ...earlier } };
}

async function givenOut(options: string, then = withEarlier()): Promise<string> {
  const ran = await milepost(`compare q.yaml r.csv --format json ${options}`, then);
  expect(ran.exit, ran.err).toBe(0);
  return ran.out;
}

/** The overall figures that a later table shows by the names of its rows, and `–` where there is none. */
async function later(options: string, earlier: string, given = withEarlier({ 'earlier.json': earlier })) {
  const ran = await milepost(
    `compare q.yaml r.csv --format csv --published earlier.json -o out.csv ${options}`,
    given,
  );
  const rows = ran.exit === 2 ? [] : rowsOf(ran.file('out.csv'));
  const shown = rows.map(({ organisation = '', department = '', kind = '', overall = '' }) => {
    const names = [kind, organisation, department].filter((name) => name !== '');
    return `${names.join('/')}: ${overall || '–'}`;
  });
  return { ...ran, shown, said: ran.err.replace(/\s+/g, ' ') };
}

test('the row of all units that was given out and every other department would tell the small one', async () => {
  // All twelve of A and B, and five of C: nothing is withheld of one row.
  const earlier = await givenOut('--by organisation --total');
  const ran = await later('--by department', earlier);
  // Nothing but A, B and C makes up the row of all: with B one more goes.
  expect(ran.exit, ran.said).toBe(0);
  expect(ran.shown).toEqual(['Northbridge/A: 3.25', 'Northbridge/B: –', 'Northbridge/C: –']);
});

test('the row of all units is known from a long table too', async () => {
  const earlier = await givenOut('--by organisation --total --layout long');
  const ran = await later('--by department', earlier);
  expect(ran.exit, ran.said).toBe(0);
  expect(ran.shown).toEqual(['Northbridge/A: 3.25', 'Northbridge/B: –', 'Northbridge/C: –']);
});

test('the row of all units that gives a small department away with others given out stops all', async () => {
  const open = withEarlier({}, { text: questionnaire({ privacy: '' }) });
  const all = await givenOut('--by department --total', open);
  const { tables, ...rest } = JSON.parse(all);
  const rows = tables[0].rows.filter(({ department }: { department: string }) => department !== 'B');
  const ran = await later('--by department', JSON.stringify({ ...rest, tables: [{ ...tables[0], rows }] }));
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    'Northbridge › B, data must be withheld, and can be worked out as 2.500 from `Northbridge › A, data (given out before)`, `Northbridge › C, data (given out before)` and `(all), data, given out before`',
  );
});

test('a table on its side tells what the table itself does', async () => {
  const options = '--by organisation,department --total';
  const [plain, turned] = [await givenOut(options), await givenOut(`${options} --transpose`)];
  expect(turned).toContain('"Northbridge › A"');
  for (const by of ['department', 'organisation', 'organisation,department --total']) {
    const [one, other] = [await later(`--by ${by}`, plain), await later(`--by ${by}`, turned)];
    expect(other.shown).toEqual(one.shown);
    expect(other.said).toBe(one.said);
  }
});

test('a table on its side withholds what it gives away', async () => {
  const earlier = await givenOut('--by organisation --transpose');
  const ran = await later('--by department', earlier);
  expect(ran.exit, ran.said).toBe(0);
  expect(ran.shown).toEqual(['Northbridge/A: 3.25', 'Northbridge/B: –', 'Northbridge/C: –']);
});

test.each([
  ['a column', 'Northbridge › A', 'Northbridge › Z', 'its column `Northbridge › Z` is of no unit'],
  ['a line', '"Data"', '"Datas"', 'its line `Datas` is of no figure'],
])('%s that a table on its side has for nothing there is stops all', async (_, was, is, said) => {
  const earlier = await givenOut('--by department --transpose');
  const ran = await later('--by department', earlier.replaceAll(was, is));
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(`--published earlier.json: ${said}`);
  expect(ran.said).toContain('without --transpose');
});

test('two lines of one title on a table on its side cannot be told apart, and stop all', async () => {
  const text = questionnaire().replace('title: Culture', 'title: Data');
  const earlier = await givenOut('--by department --transpose', withEarlier({}, { text }));
  const ran = await later('--by department', earlier, withEarlier({ 'earlier.json': earlier }, { text }));
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain('--published earlier.json: its line `Data` could be of `data` or of `culture`');
});

test('a group that was given out and what is in it would tell the small department', async () => {
  // The outer ones are B and C, nine people.
  const earlier = await givenOut('--by kind --units u.csv');
  const ran = await later('--by department --units u.csv', earlier);
  expect(ran.exit, ran.said).toBe(0);
  expect(ran.shown).toEqual(['Northbridge/A: 3.25', 'Northbridge/B: –', 'Northbridge/C: –']);
});

test('so it does in a long table and on its side', async () => {
  for (const options of ['--by kind --layout long', '--by kind --transpose']) {
    const earlier = await givenOut(`${options} --units u.csv`);
    const ran = await later('--by department --units u.csv', earlier);
    expect(ran.shown, options).toEqual(['Northbridge/A: 3.25', 'Northbridge/B: –', 'Northbridge/C: –']);
  }
});

test('a group within an organisation and the organisation weigh its departments in two ways, and tell both with the third', async () => {
  // (B + C) ÷ 2 is 2.65, and (8 × A + 4 × B + 5 × C) ÷ 17 is 2.94.
  const earlier = await givenOut('--by organisation,kind --units u.csv');
  const ran = await later('--by department --units u.csv', earlier);
  expect(ran.exit, ran.said).toBe(0);
  expect(ran.shown).toEqual(['Northbridge/A: –', 'Northbridge/B: –', 'Northbridge/C: –']);
});

test('departments that were given out would tell the small one of a group', async () => {
  const earlier = await givenOut('--by department');
  const ran = await later('--by kind --units u.csv', earlier);
  expect(ran.shown).toEqual(['inner: 3.25', 'outer: –']);
});

test('a group as it was given out is not withheld again, and stays as it was', async () => {
  const earlier = await givenOut('--by kind,department --units u.csv');
  const ran = await later('--by kind,department --units u.csv', earlier);
  expect(ran.exit).toBe(0);
  expect(ran.said).toContain('Nothing has changed since the table given out before.');
});

test('one who came to a group since would be known by what changes', async () => {
  const before = responses({ C: both(1, 2, 3, 4) });
  const then = withEarlier({}, { now: before, text: questionnaire({ privacy: '' }) });
  const earlier = await givenOut('--by kind --units u.csv', then);
  const now = responses({ C: departments.C });
  const text = questionnaire({
    privacy: 'privacy: { min_group: 2 }',
    rollup: 'department: { of: responses }',
  });
  const ran = await later(
    '--by kind --units u.csv',
    earlier,
    withEarlier({ 'earlier.json': earlier }, { now, text }),
  );
  expect(ran.shown).toEqual(['outer: –']);
});

test('groups by what nobody says any more cannot be reckoned with', async () => {
  const earlier = await givenOut('--by kind --units u.csv');
  const ran = await later('--by department', earlier);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    '--published earlier.json: its rows are groups by `kind`, and there is no such choice of the profile or column of the unit register now',
  );
});

test('columns that are not worked out now cannot be reckoned with, and those that are can', async () => {
  const options = '--by department --columns questions';
  const earlier = await givenOut(options);
  const ran = await later('--by organisation', earlier);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    '--published earlier.json: it was made with --columns questions, whose figures are not worked out now',
  );
  expect((await later(options, earlier)).exit).toBe(0);
});

test('figures under one of two rubrics are those of that rubric, and of a rubric that is not there they are refused', async () => {
  const rubric = (id: string, more = '') =>
    `milepost: 1\nkind: rubric\nid: ${id}\nversion: 1.0.0\ntitle: ${id}\n${more}`;
  const rubrics = { 'one.yaml': rubric('one'), 'two-way.yaml': rubric('two-way', 'range: [0, 100]\n') };
  const given = withEarlier(rubrics);
  const both = '--rubric one.yaml --rubric two-way.yaml';
  const last = async (options: string, earlier: string) =>
    later(options, earlier, withEarlier({ ...rubrics, 'earlier.json': earlier }));
  // By one rubric, then by both, and the other way round: the organisation tells, so one more of its departments goes.
  const single = await givenOut('--by organisation --rubric one.yaml', given);
  const after = await last(`--by department ${both}`, single);
  expect(after.exit, after.said).toBe(0);
  expect(rowsOf(after.file('out.csv')).map((row) => [row.overall__one, row.overall__two_way])).toEqual([
    ['3.25', '75'],
    ['', ''],
    ['', ''],
  ]);
  const double = await givenOut(`--by organisation ${both}`, given);
  expect((await last(`--by department ${both}`, double)).file('out.csv')).toBe(after.file('out.csv'));
  for (const earlier of [single, double]) {
    const ran = await last('--by department --rubric two-way.yaml', earlier);
    expect(ran.exit).toBe(2);
    expect(ran.said).toContain(
      '--published earlier.json: it was scored by the rubric `one`, and nothing is now',
    );
  }
});

test('a figure that can be worked out but for what a solver rounds is told as one number', async () => {
  const heading = 'response_id,organisation,department,q1,q1__target,q2';
  const answers = [
    ...[1, 2, 3, 3, 2, 1, 2, 3].map((score, i) => `a${i},North,A,${score},${score + 1},${score}`),
    ...[2, 3].map((score, i) => `b${i},North,B,${score},4,${score}`),
  ];
  const asking = (privacy: string) => questionnaire({ privacy, ask: { q1: ['target'], q2: [] } });
  const files = { 'q.yaml': asking(''), 'r.csv': [heading, ...answers].join('\n') };
  const first = await givenOut('--by organisation,department --layout long', {
    files: { ...withEarlier().files, ...files },
  });
  const { tables, ...rest } = JSON.parse(first);
  const rows = tables[0].rows.filter(({ department }: { department: string }) => department !== 'B');
  const ran = await later('--by department --layout long', '', {
    files: {
      ...withEarlier().files,
      ...files,
      'q.yaml': asking('privacy: { min_group: 5 }'),
      'earlier.json': JSON.stringify({ ...rest, tables: [{ ...tables[0], rows }] }),
    },
  });
  expect(ran.exit).toBe(2);
  expect(ran.said).toMatch(
    /North › B, data \(target\) must be withheld, and can be worked out as 4(\.000)? from/,
  );
});
