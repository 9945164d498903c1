import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { compare, rows } from './support.js';

/** Two authorities of one kind and one of another, whose departments say how far they are and what holds them back. */
const definition = questionnaire(`profile:
  - { id: organisation, title: Authority, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: role, title: Role, type: choice, options: [{ id: lead, label: Leader }, { id: front, label: Frontline }] }
barriers: [{ id: skills, label: Skills }, { id: money, label: Money }]
scales:
  s: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: d
    title: Data
    questions: [{ id: q, text: How far?, scale: s, ask: [target, barriers, best_practice] }]
rubric: {}
`);

const answers = `response_id,organisation,department,type,role,q,q__target,q__barriers
1,Southport,Housing,outer,lead,4,4,money
2,Northbridge,Housing,inner,front,1,3,skills
3,Northbridge,Parks,,lead,3,3,skills
4,Weston,Housing,inner,lead,2,4,skills; money
5,Nowhere,Housing,,front,2,3,
`;
const setting = { answers, definition };

describe('groups and totals', () => {
  test('how many of a kind of authority, and of all, name a barrier', async () => {
    const found = await rows('--tables barriers --by type --total', setting);
    const lines = found.filter(({ node }) => node === 'd');
    expect(
      lines.map(({ type, barrier, named, responses }) => [type, barrier, named, responses].join(' ')),
    ).toEqual([
      // Who says nothing in Northbridge is counted with it.
      'Inner skills 3 3',
      'Inner money 1 3',
      'Outer money 1 1',
      '(all) skills 3 5',
      '(all) money 2 5',
    ]);
  });

  test('score and target of a group are those of its units, and shortfalls and targets are added up', async () => {
    const found = await rows('--tables ambition --by type,organisation --total', setting);
    const lines = found.filter(({ node }) => node === 'd');
    expect(
      lines.map(({ type, organisation, level, answers, score, target, gap, shortfall, targets }) =>
        [type, organisation || '–', level, answers, score, target, gap, shortfall, targets].join(' '),
      ),
    ).toEqual([
      'Inner – type 3 2 3.5 1.5 4 10',
      'Inner Northbridge organisation 2 2 3 1 2 6',
      'Inner Weston organisation 1 2 4 2 2 4',
      'Outer – type 1 4 4 0 0 4',
      'Outer Southport organisation 1 4 4 0 0 4',
      '(none) – type 1 2 3 1 1 3',
      '(none) Nowhere organisation 1 2 3 1 1 3',
      '(all) – (all) 5 2.5 3.5 1 5 17',
    ]);
    // As the table of scores has them.
    const scores = await rows('--by type --total', setting);
    expect(scores.map(({ d }) => d)).toEqual(['2', '4', '2', '2.5']);
  });

  test('without a total, ambition has its line of all units with neither score nor target', async () => {
    const last = (await rows('--tables ambition --by type', setting)).at(-1);
    expect(last).toMatchObject({ level: 'all', type: '', score: '', targets: '17' });
  });

  test.each([
    ['agreement', ({ type, n, range }) => [type, n, range].join(' ')],
    ['talk', ({ type, n, range }) => [type, n, range].join(' ')],
  ] satisfies readonly [string, (row: Readonly<Record<string, string>>) => string][])(
    'how a kind of authority agrees goes by all that its people said: %s',
    async (table, line) => {
      const found = await rows(`--tables ${table} --by type --total`, setting);
      expect(found.map(line)).toEqual(
        ['Inner 3 2', 'Outer 1 0', '(none) 1 0', '(all) 5 3'].filter(
          (each) => table === 'agreement' || !each.endsWith(' 0'),
        ),
      );
    },
  );

  test('alpha of a kind of authority', async () => {
    const found = await rows('--tables alpha --by type --total', setting);
    expect(found.map(({ type, ratings }) => [type, ratings].join(' '))).toEqual([
      'Inner 3',
      'Outer 0',
      '(none) 0',
      '(all) 5',
    ]);
  });

  test('roles side by side in each kind of authority', async () => {
    const found = await rows('--roles role --by type --total', setting);
    expect(found.map(({ type, mean, other_mean }) => [type, mean, other_mean].join(' '))).toEqual([
      'Inner 2.5 1',
      // Of the other kinds only one role speaks.
      '(all) 3 1.5',
    ]);
  });

  test('groups in units, and responses in groups', async () => {
    const found = await rows('--tables agreement --by organisation,role,response', setting);
    expect(
      found.map(({ organisation, role, department, response_id, n }) =>
        [organisation, role, department, response_id, n].filter((each) => each !== '').join(' '),
      ),
    ).toEqual([
      'Southport 1',
      'Southport Leader 1',
      'Southport Leader Housing 1 1',
      'Northbridge 2',
      'Northbridge Leader 1',
      'Northbridge Leader Parks 3 1',
      'Northbridge Frontline 1',
      'Northbridge Frontline Housing 2 1',
      'Weston 1',
      'Weston Leader 1',
      'Weston Leader Housing 4 1',
      'Nowhere 1',
      'Nowhere Frontline 1',
      'Nowhere Frontline Housing 5 1',
    ]);
  });

  test('a column of the register, with what it expects', async () => {
    const units = `id,title,level,parent,county
s,Southport,organisation,,Kent
n,Northbridge,organisation,,Essex
w,Weston,organisation,,Kent
x,Nowhere,organisation,,Essex
`;
    const found = await rows('--tables barriers --by county', { ...setting, units });
    expect(
      found
        .filter(({ node }) => node === 'd')
        .map(({ county, barrier, named }) => `${county} ${barrier} ${named}`),
    ).toEqual(['Kent money 2', 'Kent skills 1', 'Essex skills 2']);
  });
});

describe('what has no groups', () => {
  test.each([
    [
      '--tables exchange --by type',
      '--by type: the table of exchange pairs those who want to rise with those whom they can ask, and nobody can ask a group',
      'Leave type out of --by, or exchange out of --tables. Groups are for scores,',
    ],
    [
      '--tables exchange --total',
      '--total shapes the tables of scores, waves, agreement,',
      'Add one of them to --tables, or leave the option out',
    ],
    [
      '--roles role --by role',
      '--by role: the table of roles sets the groups of role side by side already',
      'Leave role out of --by, or name another field with --roles.',
    ],
  ])('is told by name, with what has them: %s', async (options, what, how) => {
    const { exit, err } = await compare(options, setting);
    expect(exit).toBe(2);
    expect(err).toContain(what);
    expect(err).toContain(how);
  });
});
