import { describe, expect, test } from 'vitest';
import { compare, numbered, rows } from './support.js';

const answers = `organisation,department,type,role,q
Northbridge,Housing,inner,leader,8
Northbridge,Planning,inner,frontline,4
Northbridge,Planning,inner,frontline,2
Eastmere,Housing,inner,leader,1
Westcombe,Housing,outer,frontline,9
`;
const setting = { answers };
const shown = (found: readonly Readonly<Record<string, string>>[], ...keys: string[]) =>
  found.map((row) => keys.map((key) => row[key]).join(' '));

describe('a group', () => {
  test('is made of the outermost units that lie whole in one: each authority counts once', async () => {
    // Northbridge (8 + 3) / 2 = 5.5, Eastmere 1; not the mean of four responses.
    expect(shown(await rows('--by type', setting), 'type', 'responses', 'returned', 'd')).toEqual([
      'Inner 4 2 3.25',
      'Outer 1 1 9',
    ]);
  });

  test('is made of responses where units hold several', async () => {
    expect(shown(await rows('--by role', setting), 'role', 'responses', 'd')).toEqual([
      'Leader 2 4.5',
      'Frontline 3 5',
    ]);
  });

  test('says under the table what it is made of', async () => {
    const { out } = await compare('--by type --format md', setting);
    expect(out).toContain('Kind: each is made of its units of the level “Authority”');
  });

  test('takes blanks with their unit, and units without a value by themselves', async () => {
    const found = await rows('--by type', {
      answers: 'organisation,type,q\nNorthbridge,inner,8\nNorthbridge,,4\nEastmere,,1\n',
    });
    expect(shown(found, 'type', 'responses', 'd')).toEqual(['Inner 2 6', '(none) 1 1']);
  });

  test('goes by an attribute that only the register has', async () => {
    const units =
      'id,title,level,region\nnb,Northbridge,organisation,North\nem,Eastmere,organisation,North\nwc,Westcombe,organisation,South\nsm,Saltmere,organisation,North\n';
    const found = await rows('--by region', {
      answers: 'organisation,q\nNorthbridge,8\nEastmere,2\nWestcombe,9\n',
      units,
    });
    expect(shown(found, 'region', 'returned', 'expected', 'd')).toEqual(['North 2 3 5', 'South 1 1 9']);
  });
});

describe('nested', () => {
  test('units stand under their group', async () => {
    expect(shown(await rows('--by type,organisation', setting), 'type', 'organisation', 'd')).toEqual([
      'Inner  3.25',
      'Inner Northbridge 5.5',
      'Inner Eastmere 1',
      'Outer  9',
      'Outer Westcombe 9',
    ]);
  });

  test('groups stand in their unit, made of its responses alone', async () => {
    expect(shown(await rows('--by organisation,role', setting), 'organisation', 'role', 'd')).toEqual([
      'Northbridge  5.5',
      'Northbridge Leader 8',
      'Northbridge Frontline 3',
      'Eastmere  1',
      'Eastmere Leader 1',
      'Westcombe  9',
      'Westcombe Frontline 9',
    ]);
  });

  test('what stands under a group is rolled up from the responses of that group', async () => {
    expect(shown(await rows('--by role,organisation', setting), 'role', 'organisation', 'd')).toEqual([
      'Leader  4.5',
      'Leader Northbridge 8',
      'Leader Eastmere 1',
      'Frontline  5',
      'Frontline Northbridge 3',
      'Frontline Westcombe 9',
    ]);
  });
});

test.each([
  ['tpye', 'there is no such level; did you mean type?'],
  ['email', 'it is personal, and is dropped when answers are read'],
])('--by %s is refused', async (by, why) => {
  const { exit, err } = await compare(`--by ${by}`, setting);
  expect(exit).toBe(2);
  expect(err).toContain(`--by ${by}: ${why}`);
  expect(err).toContain('Levels: organisation, department, response, type, role.');
});

describe('the row of every unit', () => {
  test('comes last, and is made of the outermost units whatever the rows are', async () => {
    const total = async (by: string) => (await rows(`--by ${by} --total`, setting)).at(-1);
    expect(await total('organisation')).toMatchObject({
      organisation: '(all)',
      responses: '5',
      returned: '3',
      d: '5.17',
    });
    expect(await total('role')).toMatchObject({ role: '(all)', d: '5.17' });
  });

  test('is ranked with none', async () => {
    const found = await rows('--total --rank', setting);
    expect(shown(found, 'organisation', 'd__rank')).toEqual([
      'Northbridge 2',
      'Eastmere 3',
      'Westcombe 1',
      '(all) ',
    ]);
  });
});

describe('what is expected stands beside what returned', () => {
  const units = `id,title,level,parent
nb,Northbridge,organisation,
${['Housing', 'Planning', 'Parks', 'Libraries', 'Transport', 'Revenues'].map((name) => `nb-${name.toLowerCase()},${name},department,nb`).join('\n')}
`;
  const three = {
    answers:
      'organisation,department,q\nNorthbridge,Housing,4\nNorthbridge,Planning,6\nNorthbridge,Parks,8\n',
    units,
  };

  test('in wide and long tables', async () => {
    expect(await rows('', three)).toEqual([
      { organisation: 'Northbridge', responses: '3', returned: '3', expected: '6', d: '6', overall: '6' },
    ]);
    expect((await rows('--layout long', three))[0]).toMatchObject({ returned: '3', expected: '6' });
  });

  test('three of six departments are too few for min_children: 4, and both say why', async () => {
    const definition = numbered('{ rollup: { organisation: { of: department, min_children: 4 } } }');
    expect(await rows('', { ...three, definition })).toEqual([
      { organisation: 'Northbridge', responses: '3', returned: '3', expected: '6', d: '', overall: '' },
    ]);
    expect((await rows('--layout long', { ...three, definition }))[0]).toMatchObject({
      score: '',
      // Of three departments alone they would be the score that is not given.
      low: '',
      high: '',
      status: 'insufficient',
      returned: '3',
      expected: '6',
    });
  });

  test('also where an authority pools its responses', async () => {
    const definition = numbered('{ rollup: { organisation: { of: responses } } }');
    expect((await rows('', { ...three, definition }))[0]).toMatchObject({
      returned: '3',
      expected: '6',
      d: '6',
    });
  });
});

describe('--filter', () => {
  test('counts only responses of whose profile it is true', async () => {
    const { out, err } = await compare(
      ['--format', 'csv', '--filter', 'profile.role == "frontline"'],
      setting,
    );
    expect(out).toBe(
      'organisation,responses,returned,expected,d,overall\nNorthbridge,2,1,1,3,3\nWestcombe,1,1,1,9,9\n',
    );
    expect(err).toContain('--filter: 3 of 5 responses counted.');
  });

  test('leaves out those of whom the profile does not say, and says so', async () => {
    const { err } = await compare(['--filter', 'profile.type == "inner"'], {
      answers: 'organisation,type,q\nNorthbridge,inner,8\nEastmere,,1\n',
    });
    expect(err).toContain(
      '--filter: 1 of 2 responses counted; 1 response left out because the profile does not say.',
    );
  });

  test('is checked as every expression is, at its column', async () => {
    const { exit, err } = await compare(
      ['--filter', 'profile.type == "iner" && profile.email == "x"'],
      setting,
    );
    expect(exit).toBe(2);
    expect(err).toContain('--filter:1:17  error  expression-unknown-option');
    expect(err).toContain('did you mean `inner`?');
    expect(err).toContain('`email` is personal, and is dropped when answers are read');
  });
});

describe('--sort', () => {
  test.each([
    ['d', 'Westcombe Northbridge Eastmere'],
    ['d:asc', 'Eastmere Northbridge Westcombe'],
    ['name', 'Eastmere Northbridge Westcombe'],
    ['name:desc', 'Westcombe Northbridge Eastmere'],
    ['responses', 'Northbridge Eastmere Westcombe'],
  ])('%s', async (sort, order) => {
    expect((await rows(`--sort ${sort}`, setting)).map((row) => row.organisation).join(' ')).toBe(order);
  });

  test('keeps units under their group, and those without a score last either way', async () => {
    const blank = { answers: `${answers}Saltmere,Housing,inner,leader,\n` };
    for (const [sort, order] of [
      [
        'd:asc',
        ['Inner ', 'Inner Eastmere', 'Inner Northbridge', 'Inner Saltmere', 'Outer ', 'Outer Westcombe'],
      ],
      [
        'd:desc',
        ['Outer ', 'Outer Westcombe', 'Inner ', 'Inner Northbridge', 'Inner Eastmere', 'Inner Saltmere'],
      ],
    ] as const) {
      expect(
        shown(await rows(`--by type,organisation --sort ${sort}`, blank), 'type', 'organisation'),
      ).toEqual(order);
    }
  });

  test('refuses a figure that is not there', async () => {
    const { exit, err } = await compare('--sort overal', setting);
    expect(exit).toBe(2);
    expect(err).toContain('did you mean overall?');
  });
});
