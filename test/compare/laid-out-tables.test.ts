import { describe, expect, test } from 'vitest';
import { otherTables } from '../../src/export/comparison/tables/registry.js';
import { questionnaire } from '../support/questionnaire.js';
import { compare, rows } from './support.js';

const definition = questionnaire(`profile:
  - { id: organisation, title: Authority, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: role, title: Role, type: choice, options: [{ id: lead, label: Leader }, { id: front, label: Frontline }] }
barriers: [{ id: skills, label: Skills }, { id: money, label: Money }]
scales:
  s: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - { id: data, title: Data, questions: [{ id: q, text: How far?, scale: s, ask: [target, barriers, best_practice] }] }
  - { id: culture, title: Culture, questions: [{ id: r, text: How good?, scale: s, ask: [target, barriers] }] }
rubric: { overall: none }
`);

const head = 'response_id,wave,organisation,type,role,q,q__target,q__barriers,r,r__target,r__barriers';
const answers = `${head}
1,2025,Weston,outer,lead,3,4,money,2,2,
2,2025,Northbridge,inner,front,1,3,skills; money,1,4,
3,2025,Northbridge,inner,lead,2,3,skills,4,4,
4,2025,Eastmere,outer,front,2,4,,2,2,
5,2026,Northbridge,inner,front,2,3,skills,1,4,money
6,2026,Weston,outer,lead,1,4,money,3,3,
`;
const setting = { answers, definition };
const of2025 = {
  definition,
  answers: answers
    .split('\n')
    .filter((line) => !/^\d,2026/.test(line))
    .join('\n'),
};

/** Some cells of each row. */
async function cells(options: string, keys: string, given = of2025): Promise<readonly string[]> {
  const found = await rows(options, given);
  return found.map((row) =>
    keys
      .split(' ')
      .map((key) => row[key] || '–')
      .join(' '),
  );
}

describe('sorted', () => {
  test('by a figure, the highest first, whoever it is of', async () => {
    expect(await cells('--tables ambition --sort gap', 'level organisation node gap')).toEqual([
      'organisation Eastmere data 2',
      'organisation Northbridge data 1.5',
      'organisation Northbridge culture 1.5',
      'organisation Weston data 1',
      'organisation Weston culture 0',
      'organisation Eastmere culture 0',
      // What is of all units stays last.
      'all – data –',
      'all – culture –',
    ]);
  });

  test('the other way, without a figure last', async () => {
    expect(await cells('--tables agreement --sort rwg:asc', 'organisation question rwg')).toEqual([
      'Northbridge r -2.6',
      'Northbridge q 0.6',
      'Weston q –',
      'Weston r –',
      'Eastmere q –',
      'Eastmere r –',
    ]);
  });

  test('by what rows are about, so that the same stand together', async () => {
    expect(await cells('--tables barriers --sort node', 'organisation node barrier')).toEqual([
      'Weston data money',
      'Northbridge data skills',
      'Northbridge data money',
      'Weston overall money',
      'Northbridge overall skills',
      'Northbridge overall money',
    ]);
  });

  test('by the names of whose they are, level by level', async () => {
    const options = '--tables ambition --by type,organisation --sort name:desc --total';
    const found = (await cells(options, 'type organisation node')).filter((row) => row.endsWith(' data'));
    expect(found).toEqual([
      'Outer – data',
      'Inner – data',
      'Outer Weston data',
      'Outer Eastmere data',
      'Inner Northbridge data',
      '(all) – data',
    ]);
  });

  test('wave by wave', async () => {
    const found = await cells(
      '--tables barriers --sort named',
      'wave organisation node barrier named',
      setting,
    );
    expect(found.filter((row) => !row.includes('overall'))).toEqual([
      '2025 Northbridge data skills 2',
      '2025 Weston data money 1',
      '2025 Northbridge data money 1',
      '2026 Northbridge data skills 1',
      '2026 Northbridge culture money 1',
      '2026 Weston data money 1',
    ]);
  });

  test('several tables, each by what it has of it', async () => {
    const options = '--tables scores,ambition --sort gap --format json';
    const { exit, out } = await compare(options, of2025);
    expect(exit).toBe(0);
    const [scores, ambition] = JSON.parse(out).tables;
    expect(scores.rows[0].organisation).toBe('Weston');
    expect(ambition.rows[0].organisation).toBe('Eastmere');
  });

  test('by nothing that no table has', async () => {
    const { exit, err } = await compare('--tables barriers --sort nmaed', of2025);
    expect(exit).toBe(2);
    expect(err).toContain(
      '--sort nmaed: there is no such column; did you mean named?\nRows can be sorted by name, node, barrier, named, responses.',
    );
  });
});

describe('one row a unit', () => {
  test('barriers: how often each is named, and what nobody names anywhere is left out', async () => {
    const found = await rows('--tables barriers --layout wide --sort data__money', of2025);
    expect(Object.keys(found[0] ?? {})).toEqual([
      'organisation',
      'responses',
      'data__skills',
      'data__money',
      'overall__skills',
      'overall__money',
    ]);
    expect(
      found.map((row) => [row.organisation, row.responses, row.data__skills, row.data__money].join(' ')),
    ).toEqual(['Weston 1 0 1', 'Northbridge 2 2 1', 'Eastmere 1 0 0']);
  });

  test('ambition: the gap of each node', async () => {
    const found = await cells(
      '--tables ambition --by type --layout wide --sort culture --total',
      'type level data culture',
    );
    expect(found).toEqual(['Inner type 1.5 1.5', 'Outer type 1.5 0', '(all) (all) 1.5 0.5']);
  });

  test('agreement, alpha and roles: rwg, alpha and the difference', async () => {
    expect(await cells('--tables agreement --layout wide', 'organisation q r')).toEqual([
      'Weston – –',
      'Northbridge 0.6 -2.6',
      'Eastmere – –',
    ]);
    expect((await rows('--tables alpha --layout wide', of2025)).map((row) => Object.keys(row))[0]).toEqual([
      'organisation',
      's',
    ]);
    expect(await rows('--roles role --layout wide', of2025)).toEqual([
      { organisation: 'Northbridge', role: 'Leader', other_role: 'Frontline', q: '1', r: '3' },
    ]);
  });

  test('waves: the change of each node', async () => {
    expect(
      await cells(
        '--tables waves --layout wide --sort data',
        'organisation from_wave to_wave data culture',
        setting,
      ),
    ).toEqual(['Northbridge 2025 2026 0.5 -1.5', 'Weston 2025 2026 -2 1', 'Eastmere 2025 2026 – –']);
  });

  test('says what stands in its columns', async () => {
    const { out } = await compare('--tables ambition --layout wide --format md', of2025);
    expect(out).toContain('In the columns: Gap.');
  });

  test('withholds what the long table does', async () => {
    const asked = `--tables barriers --min-group 2`;
    const long = await rows(asked, of2025);
    const wide = await rows(`${asked} --layout wide`, of2025);
    for (const row of long) {
      const found = wide.find(({ organisation }) => organisation === row.organisation);
      expect(found?.[`${row.node}__${row.barrier}`] ?? '0').toBe(row.named);
    }
    expect(wide.filter((row) => row.data__skills === '').map(({ organisation }) => organisation)).toEqual([
      'Weston',
      'Eastmere',
    ]);
  });

  test.each(['talk', 'exchange'])('not of %s, which is a list of what there is', async (name) => {
    const { exit, err } = await compare(`--tables ${name} --layout wide`, of2025);
    expect(exit).toBe(2);
    expect(err).toContain(`--layout wide shapes the tables of scores, waves, agreement,`);
    expect(await rows(`--tables ${name} --layout long`, of2025)).toEqual(
      await rows(`--tables ${name}`, of2025),
    );
  });
});

test.each(Object.entries(otherTables))(
  'the columns that %s is sorted and laid out by are its own',
  async (name, table) => {
    const [row = {}] = await rows(`--tables ${name} ${name === 'roles' ? '--roles role' : ''}`, setting);
    const columns = Object.keys(row);
    const { sortedBy, wide } = table;
    const named =
      wide === undefined
        ? []
        : [wide.figure, ...wide.beside, ...wide.about.flatMap(({ id, title }) => [id, title])];
    expect(columns).toEqual(expect.arrayContaining([...sortedBy, ...named]));
  },
);
