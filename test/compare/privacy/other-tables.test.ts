import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire, roles, twoBarriers } from './support.js';

const asked = (privacy: string) =>
  questionnaire({
    privacy,
    profile: roles,
    barriers: twoBarriers,
    ask: { q1: ['target', 'barriers', 'best_practice'], q2: [] },
  });

/** One response each: its score in data, and what else is said of it. */
function files(
  departments: Readonly<Record<string, readonly string[]>>,
  {
    privacy = 'privacy: { min_group: 5 }',
    role = (_: number): string => 'x',
    more = [] as readonly string[],
  } = {},
) {
  const head = 'response_id,organisation,department,role,q1,q1__target,q1__barriers,q2';
  const lines = Object.entries(departments).flatMap(([department, all]) =>
    all.map((said, i) => {
      const [score, target = '', barrier = ''] = said.split(' ');
      return `${department}${i},Northbridge,${department},${role(i)},${score},${target},${barrier},2`;
    }),
  );
  return {
    files: { 'q.yaml': asked(privacy), 'r.csv': `${[head, ...lines, ...more].join('\n')}\n` },
  };
}

/** A (8): 3.25. B (4): 2.5. Skills hold back five of A and two of B, money one of B. */
const twelve = {
  A: ['3 4 skills', '3 4 skills', '3 4 skills', '3 4 skills', '3 4 skills', '3 4', '4 4', '4 4'],
  B: ['2 3 skills', '2 3 skills', '3 3 money', '3 3'],
};
const nested = 'compare q.yaml r.csv --by organisation,department';

function of(csv: string, figure: string, where: Readonly<Record<string, string>>): readonly string[] {
  return rowsOf(csv)
    .filter((row) => Object.entries(where).every(([key, value]) => row[key] === value))
    .map((row) => `${row.department || 'all'}: ${row[figure] || '–'}`);
}

test('barriers of the organisation and of A would give those of B', async () => {
  const ran = await milepost(`${nested} --tables barriers --format csv`, files(twelve));
  expect(ran.exit).toBe(0);
  const data = { node: 'data', barrier: 'skills' };
  expect(of(ran.out, 'named', data)).toEqual(['all: 7', 'A: –', 'B: –']);
  expect(ran.err).toContain('withheld for confidentiality');
});

test('of a small unit it is not told either which barriers nobody names', async () => {
  const { files: given } = files(twelve);
  const ran = await milepost(`${nested} --tables barriers --format csv`, { files: given });
  const other = await milepost(`${nested} --tables barriers --format csv`, {
    files: { ...given, 'r.csv': given['r.csv'].replaceAll(',3,3,money,', ',3,3,,') },
  });
  const rows = (csv: string) => rowsOf(csv).filter(({ department }) => department === 'B');
  expect(rows(ran.out)).toEqual(rows(other.out));
});

test('agreement of the whole and of all parts but one would tell the last', async () => {
  const ran = await milepost(`${nested} --tables agreement --format csv`, files(twelve));
  const found = of(ran.out, 'rwg', { question: 'q1' });
  expect(found).toContain('B: –');
  expect(found.filter((each) => each.endsWith('–'))).toHaveLength(2);
  // How many rated is told of large units, and not of a small one.
  expect(of(ran.out, 'n', { question: 'q1' })).toEqual(['all: 12', 'A: 8', 'B: –']);
});

test('scores and agreement are one piece of knowledge: what one withholds the other does not tell', async () => {
  const ran = await milepost(`${nested} --tables scores,agreement --format json`, files(twelve));
  const [scores, agreement] = JSON.parse(ran.out).tables;
  const without = (rows: readonly Record<string, unknown>[], key: string) =>
    rows.filter((row) => row[key] === null).map(({ department }) => department ?? 'all');
  const ratings = agreement.rows.filter(({ question }: { question: string }) => question === 'q1');
  expect(without(scores.rows, 'data')).toHaveLength(2);
  expect(without(ratings, 'rwg')).toEqual(without(scores.rows, 'data'));
});

test('roles within departments are rows and columns with totals', async () => {
  // One of A leads, in B half do.
  const given = files(
    { A: ['1', '2', '3', '4', '4', '4', '3'], B: ['2', '3', '3', '4', '1', '2'] },
    { privacy: 'privacy: { min_group: 2 }', role: (i) => (i === 0 ? 'x' : 'y') },
  );
  const both = {
    files: {
      ...given.files,
      'r.csv': given.files['r.csv'].replace('B1,Northbridge,B,y', 'B1,Northbridge,B,x'),
    },
  };
  const ran = await milepost(`${nested} --tables agreement,roles --roles role --format json`, both);
  const [agreement, roles] = JSON.parse(ran.out).tables;
  const q1 = ({ question }: { question: string }) => question === 'q1';
  const row = roles.rows.filter(q1).find(({ department }: { department: string }) => department === 'A');
  expect(row).toMatchObject({ n: null, mean: null, difference: null });
  // Who works in A and all of A would tell who leads there.
  const all = agreement.rows.filter(q1).find(({ department }: { department: string }) => department === 'A');
  expect([row.other_mean, all.sd]).toContain(null);
});

test('targets of all units and of all but one would tell the last', async () => {
  const ran = await milepost(`${nested} --tables ambition --format csv`, files(twelve));
  const lines = rowsOf(ran.out).filter(({ node }) => node === 'data');
  const shown = lines.map(({ level, department, targets, reached }) => [
    department || level,
    targets || '–',
    reached || '–',
  ]);
  expect(shown.find(([name]) => name === 'B')).toEqual(['B', '–', '–']);
  expect(shown.filter(([, targets]) => targets === '–').length).toBeGreaterThan(1);
  for (const { gap, score, target } of lines) if (gap !== '') expect([score, target]).not.toContain('');
});

test('who wants to rise is told only of whom score and target are', async () => {
  const ran = await milepost(
    'compare q.yaml r.csv --by department --tables exchange --format csv',
    files(twelve),
  );
  expect(rowsOf(ran.out).map(({ learner }) => learner)).toEqual(['Northbridge › A']);
});

test('for release: marks in the cells of every table, explained above it, and nothing that anybody wrote', async () => {
  const more = 'c0,Northbridge,C,x,4,4,,2\n';
  const given = files(twelve, { privacy: '', more: [more.trim()] });
  const tables = 'scores,ambition,barriers,talk,exchange';
  const command = `${nested} --tables ${tables} --publish`;
  const html = await milepost(`${command} --format html`, given);
  expect(html.exit).toBe(0);
  expect(html.out.match(/<p>\[c\] withheld for confidentiality<\/p>/g)).toHaveLength(3);
  expect(html.out).toContain('<td class="figure">[c]</td>');
  expect(html.out).not.toContain('Dissent');
  expect(html.out).not.toContain('Practice');
  const ran = await milepost(`${command} -o out.xlsx`, given);
  const { Sheets, SheetNames } = XLSX.read(ran.bytes('out.xlsx'), { type: 'array' });
  expect(SheetNames.map((name) => name.toLowerCase())).toEqual([...tables.split(','), 'about']);
  const sheet = Sheets[SheetNames[2] ?? ''] ?? {};
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  expect(rows[1]).toEqual(['[c] withheld for confidentiality']);
  expect(rows.flat()).toContain('[c]');
});

test('a table of scores given out before is reckoned with in other tables', async () => {
  const given = files(twelve);
  // Then the organisation was told of, and A withheld with B.
  const earlier = await milepost(`${nested} --format json`, given);
  const ran = await milepost(
    'compare q.yaml r.csv --by department --tables agreement --published earlier.json --format csv',
    {
      files: { ...given.files, 'earlier.json': earlier.out },
    },
  );
  expect(ran.exit).toBe(0);
  expect(of(ran.out, 'rwg', { question: 'q1' })).toEqual(['A: –', 'B: –']);
  const alone = await milepost('compare q.yaml r.csv --by department --tables agreement --format csv', given);
  expect(of(alone.out, 'rwg', { question: 'q1' })[0]).not.toBe('A: –');
});

test('alpha goes with any other figure of its unit, and is left where nothing of the unit is withheld', async () => {
  const given = files({ ...twelve, C: ['1', '2', '3', '4', '4', '4', '3'] });
  const ran = await milepost(`${nested} --tables agreement,alpha --format csv -o out-{table}.csv`, given);
  expect(ran.exit).toBe(0);
  const alphas = rowsOf(ran.file('out-alpha.csv')).map((row) => [row.department, row.alpha]);
  const withheld = rowsOf(ran.file('out-agreement.csv'))
    .filter((row) => row.sd === '')
    .map((row) => row.department);
  expect(withheld).toContain('B');
  for (const [department = '', alpha] of alphas) {
    expect({ department, isShown: alpha !== '' }).toEqual({
      department,
      isShown: !withheld.includes(department),
    });
  }
});

/** Eight lead and four do not: x (8), y (4). */
const eight = { role: (i: number) => (i < 4 ? 'x' : 'y') };

test.each([
  ['barriers', 'named', { node: 'data', barrier: 'skills' }],
  ['agreement', 'sd', { question: 'q1' }],
  ['ambition', 'targets', { node: 'data' }],
])('of %s, all there is and every other group would tell the small one', async (table, figure, where) => {
  const ran = await milepost(
    `compare q.yaml r.csv --by role --total --tables ${table} --format csv`,
    files(twelve, eight),
  );
  expect(ran.exit).toBe(0);
  const found = rowsOf(ran.out).filter((row) =>
    Object.entries(where).every(([key, value]) => row[key] === value),
  );
  expect(found.map(({ role }) => role)).toEqual(['X', 'Y', '(all)']);
  expect(found[1]?.[figure]).toBe('');
  expect(found.filter((row) => row[figure] === '')).toHaveLength(2);
});

test('what is in groups within units is rows and columns with totals in barriers too', async () => {
  // Of B four do not lead; without B's total they could be told by none of the others.
  const more = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5'].map((id) => `${id},Southport,C,y,3,4,skills,2`);
  const given = files(twelve, { ...eight, more });
  const ran = await milepost(
    'compare q.yaml r.csv --by organisation,role --tables barriers --format csv',
    given,
  );
  const found = rowsOf(ran.out).filter(({ node, barrier }) => node === 'data' && barrier === 'skills');
  expect(
    found.map(({ organisation, role, named }) => [organisation, role || 'all', named || '–'].join(' ')),
  ).toEqual(['Northbridge all 7', 'Northbridge X –', 'Northbridge Y –', 'Southport all 6', 'Southport Y 6']);
});

test('scores of a group and what else is told of it are one piece of knowledge', async () => {
  const ran = await milepost(
    'compare q.yaml r.csv --by role --total --tables scores,agreement,ambition --format json',
    files(twelve, eight),
  );
  const [scores, agreement, ambition] = JSON.parse(ran.out).tables;
  const without = (rows: readonly Record<string, unknown>[], key: string) =>
    rows.flatMap((row) => (row[key] === null ? [row.role] : []));
  const about = (rows: readonly Record<string, unknown>[], key: string, id: string) =>
    rows.filter((row) => row[key] === id);
  const gone = without(scores.rows, 'data');
  expect(gone).toContain('Y');
  expect(gone).toHaveLength(2);
  expect(without(about(agreement.rows, 'question', 'q1'), 'sd')).toEqual(gone);
  expect(without(about(ambition.rows, 'node', 'data'), 'score')).toEqual(gone);
});
