import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { questionnaire, responses, setting } from './support.js';

test('the long layout tells the scores that the wide one does, and less of what stands beside them', async () => {
  // A (1) did not answer on culture; C (3) is small too. B (4) has data 3, culture 2.25, overall 2.625.
  const lines = [
    'a1,North,A,2,,1,',
    ...responses(
      {
        B: [
          [2, 1],
          [4, 3],
          [2, 4],
          [4, 1],
        ],
        C: [
          [4, 3],
          [2, 4],
          [4, 2],
        ],
      },
      'North',
    ),
  ];
  const files = setting(lines, questionnaire({ privacy: 'privacy: { min_group: 4 }' }));
  const command = 'compare q.yaml r.csv --by organisation,department --format csv';
  const wide = rowsOf((await milepost(command, files)).out);
  expect(wide.map((row) => [row.department, row.data, row.culture, row.overall].join())).toEqual([
    ',,,2.75',
    'A,,,',
    'B,,,2.63',
    'C,,,',
  ]);
  const long = rowsOf((await milepost(`${command} --layout long`, files)).out);
  const told = (department: string, node: string) =>
    long.find((row) => row.department === department && row.node === node);
  expect(long.filter(({ score }) => score !== '').map((row) => `${row.department} ${row.node}`)).toEqual([
    ' overall',
    'B overall',
  ]);
  // All of B answered. With its culture shown, as it could be in a long table alone, its data would follow from both tables.
  expect(told('B', 'culture')).toMatchObject({ score: '', low: '', high: '', coverage: '1' });
  expect(told('', 'overall')).toMatchObject({ score: '2.75', low: '2.69', high: '2.88' });
});

const asked = ({ rollup, minGroup, overall, data, coverage, gates }: Setting) => `milepost: 1
id: check
version: 1.0.0
title: Check
description: Four questions on one scale.
notice: Nobody sees the answers.
licence: CC0-1.0
profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: role, title: Role, type: choice, options: [{ id: x, label: X }, { id: y, label: Y }] }
privacy: { min_group: ${minGroup}, count: people }
barriers: [{ id: skills, label: Skills }]
themes: [{ id: people, title: People }]
scales:
  maturity: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: data
    title: Data
    dimensions:
      - id: tools
        title: Tools
        questions:
          - { id: q1, text: Are the tools good?, scale: maturity, ask: [target, barriers] }
          - { id: q2, text: Are they used?, scale: maturity, themes: [people] }
      - { id: rules, title: Rules, questions: [{ id: q3, text: Are there rules?, scale: maturity, ask: [target] }] }
  - { id: culture, title: Culture, questions: [{ id: q4, text: Is the culture good?, scale: maturity, themes: [people] }] }
rubric:
  rollup: { ${rollup} }
  coverage: ${coverage}
  dimensions: { data: { method: ${data} } }
  overall: { method: ${overall} }
  indices: [{ id: both, title: Both, score: scores.tools + scores.culture }]
  gates: ${gates}
`;

const answer = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 6 });
const methods = ['mean', 'mean', 'min', 'median', 'geometric_mean'];

const settings = fc.record({
  rollup: fc.constantFrom(
    'organisation: { of: responses }',
    'organisation: { of: department }',
    'organisation: { of: department, method: min }',
    'organisation: { of: department, method: max }',
    'organisation: { of: responses }, department: { method: median }',
  ),
  minGroup: fc.integer({ min: 2, max: 5 }),
  overall: fc.constantFrom(...methods),
  data: fc.constantFrom(...methods),
  coverage: fc.constantFrom(0, 0, 0.6),
  gates: fc.constantFrom(
    '[]',
    '[]',
    '[{ on: overall, if: scores.tools < 2, cap: 2, because: Tools first. }]',
  ),
  by: fc.constantFrom('organisation,department', 'department', 'organisation,role', 'role'),
  total: fc.boolean(),
  columns: fc.constantFrom(
    '',
    '--depth 2',
    '--columns themes',
    '--columns indices',
    '--transpose',
    '--rank',
    '--sort rules',
  ),
  others: fc.subarray(['agreement', 'ambition', 'barriers', 'talk', 'exchange', 'alpha']),
  answered: fc.array(
    fc.record({
      organisation: fc.constantFrom('North', 'South'),
      department: fc.constantFrom('A', 'B', 'C'),
      role: fc.constantFrom('x', 'y'),
      people: fc.constantFrom(1, 1, 1, 2, 6),
      barrier: fc.constantFrom('', 'skills'),
      answers: fc.tuple(answer, answer, answer, answer),
      targets: fc.tuple(answer, answer),
    }),
    { minLength: 4, maxLength: 24 },
  ),
});

type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;

async function tablesOf(asIs: Setting, layout: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { by, total, others, answered } = asIs;
  const tables = others.filter((name) => name !== 'exchange' || !by.includes('role'));
  const lines = answered.map(({ organisation, department, role, people, barrier, answers, targets }, i) =>
    [`r${i}`, organisation, department, role, people, ...answers, barrier, ...targets].join(','),
  );
  const command = [
    `compare q.yaml r.csv --format json --by ${by} ${layout}`,
    ...(total ? ['--total'] : []),
    ...(tables.length > 0 ? [`--tables ${['scores', ...tables].join(',')}`] : []),
  ];
  const ran = await milepost(command.join(' '), {
    files: {
      'q.yaml': asked(asIs),
      'r.csv': `response_id,organisation,department,role,participants,q1,q2,q3,q4,q1__barriers,q1__target,q3__target\n${lines.join('\n')}\n`,
    },
  });
  expect(ran.exit, ran.err).toBe(0);
  const made: readonly { readonly name?: string; readonly rows: readonly Row[] }[] = JSON.parse(
    ran.out,
  ).tables;
  return new Map(made.map(({ name = 'scores', rows }) => [name, rows]));
}

type Row = Readonly<Record<string, string | number | null>>;

const figures = ['data', 'tools', 'rules', 'culture', 'people', 'both', 'overall'];

function nameOf({ level, organisation, department, role }: Row): string {
  if ([level, organisation, department, role].includes('(all)')) return '(all)';
  return [organisation, department, role].map((each) => each || '–').join(' ');
}

/** Which scores a table has. */
function scoresIn(rows: readonly Row[]): ReadonlyMap<string, Row[string]> {
  return new Map(
    rows.flatMap((row): (readonly [string, Row[string]])[] => {
      // On its side, a table has a row a figure.
      const of = 'node' in row ? [row.node] : figures.filter((figure) => figure in row);
      if ('score' in row) return [[`${nameOf(row)} ${row.node}`, row.score ?? null]];
      return of.map((figure) => [`${nameOf(row)} ${figure}`, row[String(figure)] ?? null]);
    }),
  );
}

const runs = witnessRuns(25);

test('scores are the same in every layout, whatever columns there are, and so are other tables', {
  timeout: runs.timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const wide = await tablesOf(setting, setting.columns);
      const long = await tablesOf(setting, '--layout long');
      for (const name of setting.columns.match(/rank|sort|transpose/) ? [] : setting.others) {
        expect(wide.get(name), name).toEqual(long.get(name));
      }
      const [own, others] = [scoresIn(wide.get('scores') ?? []), scoresIn(long.get('scores') ?? [])];
      if (!setting.columns.includes('transpose')) expect(own.size).toBeGreaterThan(0);
      for (const [name, score] of own) expect(others.get(name) ?? null, name).toBe(score);
    }),
    runs.runs,
  );
});
