import { expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { compared, numbers } from './support.js';

const profile = `profile:
  - { id: organisation, title: Organisation, unit: true, required: true }
  - { id: department, title: Department, unit: true }
  - { id: staff, title: Staff, type: number }
`;
const one = (rollup: string) => numbers({ d: ['a'] }, `{ rollup: { ${rollup} } }`, 100, profile);
const header = 'organisation,department,staff,mode,a\n';
/** Housing has two responses, 20 and 40, and two of Planning's three have a score, 60 and 100. */
const answers = `${header}x,Housing,10,interview,20
x,Housing,10,workshop,40
x,Planning,30,interview,60
x,Planning,30,interview,100
x,Planning,30,interview,
`;
const by = '--by organisation,department';

test('departments are made of responses, and organisations of departments, each counting once', async () => {
  const { rows } = await compared(one(''), answers, by);
  const shown = rows
    .filter((row) => row.node === 'd')
    .map((row) => [
      row.level,
      row.department,
      row.score,
      row.responses,
      row.returned,
      row.expected,
      row.coverage,
    ]);
  expect(shown).toEqual([
    ['organisation', '', '55', '4', '2', '2', '0.8333'],
    ['department', 'Housing', '30', '2', '2', '2', '1'],
    ['department', 'Planning', '80', '2', '2', '3', '0.6667'],
  ]);
});

test.each([
  ['the next level in', 'organisation: { method: mean }', '55'],
  ['another method', 'department: { method: max }, organisation: { method: min }', '40'],
  ['`of: responses` pools respondents', 'organisation: { of: responses }', '55'],
  ['and their median', 'organisation: { of: responses, method: median }', '50'],
  ['a weight by a number of the profile', 'organisation: { weight: staff }', '67.5'],
  ['of respondents too', 'organisation: { of: responses, weight: staff }', '67.5'],
  ['`prefer` lets a workshop speak for the rest of its unit', 'prefer: workshop', '60'],
  ['enough children', 'organisation: { min_children: 2 }', '55'],
  ['too few', 'organisation: { min_children: 3 }', ''],
  ['too few in one', 'department: { min_children: 3 }', ''],
])('%s', async (_, rollup, score) => {
  const { rows } = await compared(one(rollup), answers);
  expect(rows.find((row) => row.node === 'd')?.score).toBe(score);
});

test('fewer children with a score than `min_children`: insufficient', async () => {
  const { rows } = await compared(one('organisation: { min_children: 3 }'), answers);
  expect(rows.find((row) => row.node === 'd')).toMatchObject({
    status: 'insufficient',
    returned: '2',
    expected: '2',
  });
});

test('a unit has no minimum of coverage beside that of its responses', async () => {
  const definition = numbers({ d: ['a', 'b'] }, '{ coverage: 0.5 }', 100, profile);
  const { rows } = await compared(definition, 'organisation,department,a,b\nx,h,20,\nx,h,,\nx,h,,\n');
  expect(rows.find((row) => row.node === 'd')).toMatchObject({
    score: '20',
    coverage: '0.1667',
    status: 'scored',
  });
});

test('low and high are rolled up as the score is, those of responses without a score too', async () => {
  const { rows } = await compared(one('organisation: { of: responses }'), answers);
  expect(rows.find((row) => row.node === 'd')).toMatchObject({ score: '55', low: '44', high: '64' });
});

test('a blank inner unit is a unit of its own', async () => {
  const { rows } = await compared(
    one(''),
    `${header}x,Housing,1,interview,20\nx,,1,interview,40\ny,,1,interview,60\n`,
    by,
  );
  const shown = rows
    .filter((row) => row.node === 'd')
    .map((row) => `${row.organisation}/${row.department} ${row.score}`);
  expect(shown).toEqual(['x/ 30', 'x/Housing 20', 'x/(none) 40', 'y/ 60', 'y/(none) 60']);
});

test('where nothing applies to any response it does not apply to their unit', async () => {
  const { rows } = await compared(one(''), `${header}x,h,1,interview,N/A\nx,h,1,interview,N/A\n`, by);
  expect(rows.filter((row) => row.node === 'd').map((row) => row.status)).toEqual([
    'not_applicable',
    'not_applicable',
  ]);
});

test('rounded after every node, units are rounded too', async () => {
  const definition = numbers({ d: ['a'] }, '{ round: { digits: 0, at: every_node } }', 100, profile);
  const { rows } = await compared(
    definition,
    `${header}x,h,1,interview,1\nx,h,1,interview,2\nx,k,1,interview,1\n`,
  );
  // (2 + 1) / 2, after (1 + 2) / 2 became 2
  expect(rows.find((row) => row.node === 'd')?.score).toBe('2');
});

test('the questionnaire’s groups of dimensions are rolled up node by node', async () => {
  const definition = questionnaire(`${profile}dimensions:
  - id: outer
    title: Outer
    dimensions:
      - { id: a, title: A, questions: [{ id: a1, text: A1?, type: number, min: 0, max: 10 }] }
      - { id: b, title: B, questions: [{ id: b1, text: B1?, type: number, min: 0, max: 10 }] }
rubric: { overall: { method: geometric_mean }, dimensions: { outer: { method: min } } }
`);
  const { rows } = await compared(definition, 'organisation,department,a1,b1\nx,h,2,8\nx,h,6,4\n');
  // Not the lower of the rolled-up 4 and 6, but the mean of 2 and 4.
  expect(rows.find((row) => row.node === 'outer')?.score).toBe('3');
});
