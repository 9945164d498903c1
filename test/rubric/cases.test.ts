import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { compared, numbers, scoreOf, scores } from './support.js';

describe('three levels, each the mean of its two streams, summed (OWASP SAMM’s arithmetic)', () => {
  const levels = (practice: string) =>
    [1, 2, 3]
      .map(
        (level) => `          - id: ${practice}_${level}
            title: Level ${level}
            questions:
              - { id: ${practice}_${level}a, text: Stream A?, scale: extent }
              - { id: ${practice}_${level}b, text: Stream B?, scale: extent }`,
      )
      .join('\n');
  const definition = questionnaire(`scales:
  extent: { levels: [{ value: 0, label: None }, { value: 0.25, label: Some }, { value: 0.5, label: Half }, { value: 1, label: Most }] }
dimensions:
  - id: governance
    title: Governance
    dimensions:
      - id: p
        title: P
        dimensions:
${levels('p')}
      - id: r
        title: R
        dimensions:
${levels('r')}
rubric:
  missing: { unanswered: lowest, not_applicable: lowest }
  dimensions: { p: { method: sum }, r: { method: sum } }
`);
  const header = 'response_id,p_1a,p_1b,p_2a,p_2b,p_3a,p_3b,r_1a,r_1b,r_2a,r_2b,r_3a,r_3b';
  test('(1, .5), (.5, .25), (0, .25) make 1.25; the function is the mean of its practices, overall of functions', async () => {
    const { node } = await scores(definition, `${header}\nx,1,0.5,0.5,0.25,0,0.25,1,1,1,1,1,0.5\n`);
    expect(node('p')?.score).toBe('1.25');
    expect(node('r')?.score).toBe('2.75');
    expect(node('governance')?.score).toBe('2');
    expect(node('overall')?.score).toBe('2');
  });
  test('blank and N/A count 0, and a practice that is all N/A is scored 0', async () => {
    const { node } = await scores(definition, `${header}\nx,N/A,N/A,N/A,N/A,N/A,N/A,1,,1,,1,\n`);
    expect(node('p')).toMatchObject({ score: '0', status: 'scored' });
    expect(node('r')?.score).toBe('1.5');
    expect(node('overall')?.score).toBe('0.75');
  });
});

test('stages reached in full (C2M2): a hole in the second keeps the third from counting', async () => {
  const definition = questionnaire(`scales:
  done: { levels: [{ value: 0, label: Not }, { value: 1, label: Partially }, { value: 2, label: Largely }, { value: 3, label: Fully }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: a1, text: A1?, scale: done }
      - { id: a2, text: A2?, scale: done }
      - { id: b1, text: B1?, scale: done }
      - { id: b2, text: B2?, scale: done }
      - { id: c1, text: C1?, scale: done }
rubric:
  dimensions:
    d:
      method: staged
      member_bands: [{ id: not, label: Not, from: 0 }, { id: partially, label: Partially, from: 1 }, { id: largely, label: Largely, from: 2 }, { id: fully, label: Fully, from: 3 }]
      at_least: largely
      stages:
        - { id: one, title: One, members: [a1, a2] }
        - { id: two, title: Two, members: [b1, b2] }
        - { id: three, title: Three, members: [c1] }
`);
  const { node } = await scores(definition, 'a1,a2,b1,b2,c1\nFully,Largely,Fully,Partially,Fully\n');
  expect(node('d')).toMatchObject({ score: '1', band: 'one' });
});

describe('capability levels (ISO/IEC 33020)', () => {
  const definition = numbers(
    { p: ['pa11', 'pa21', 'pa22', 'pa31', 'pa32'] },
    `
  dimensions:
    p:
      method: staged
      member_bands: [{ id: n, label: Not, from: 0 }, { id: p, label: Partially, above: 15 }, { id: l, label: Largely, above: 50 }, { id: f, label: Fully, above: 85 }]
      at_least: l
      below_at_least: f
      stages:
        - { id: performed, title: Performed, members: [pa11] }
        - { id: managed, title: Managed, members: [pa21, pa22] }
        - { id: established, title: Established, members: [pa31, pa32] }
`,
  );
  test.each([
    ['90; 60, 85; 100, 100', '90,60,85,100,100', '2', 'managed'],
    ['exactly 85 is not yet above it', '85,60,86,100,100', '1', 'performed'],
    ['exactly 50 is not largely', '50,100,100,100,100', '0', ''],
  ])('%s', async (_, answers, score, band) => {
    const { node } = await scores(definition, `pa11,pa21,pa22,pa31,pa32\n${answers}\n`);
    expect(node('p')).toMatchObject({ score, band });
  });
});

test('staged by dimensions (CMMI): one practice missing in the second stage leaves the first', async () => {
  const area = (id: string) =>
    `  - { id: ${id}, title: ${id}, questions: [{ id: ${id}_a, text: A?, type: yes_no }, { id: ${id}_b, text: B?, type: yes_no }] }`;
  const definition = questionnaire(`dimensions:
${['req', 'plan', 'risk', 'train', 'perf'].map(area).join('\n')}
rubric:
  method: min
  overall:
    method: staged
    at_least: 1
    stages:
      - { id: managed, title: Managed, members: [req, plan] }
      - { id: defined, title: Defined, members: [risk, train] }
      - { id: quantitative, title: Quantitative, members: [perf] }
`);
  const { node } = await scores(
    definition,
    'req_a,req_b,plan_a,plan_b,risk_a,risk_b,train_a,train_b,perf_a,perf_b\ny,y,y,y,y,n,y,y,y,y\n',
  );
  expect(node('overall')).toMatchObject({ score: '1', band: 'managed' });
});

test('100, 50, 20 and a question with no team behind it, `unanswered: lowest` (DSOMM): 42.5', async () => {
  const definition = numbers({ d: ['a', 'b', 'c', 'e'] }, '{ missing: { unanswered: lowest } }');
  expect(await scoreOf(definition, 'a,b,c,e\n100,50,20,\n', 'd')).toBe('42.5');
});

describe('a three-part index with a gate on its first part (UN EGDI 2012)', () => {
  const parts = (rubric: string) => numbers({ osi: ['o'], tii: ['t'], hci: ['h'] }, rubric, 1);
  const answers = 'o,t,h\n0,0.6,0.9\n';
  test('a first part of 0 makes all of it 0', async () => {
    const gate = '{ on: overall, if: scores.osi == 0, cap: 0, because: Nothing is online. }';
    expect(await scoreOf(parts(`{ gates: [${gate}] }`), answers)).toBe('0');
    expect(await scoreOf(parts(`{ gates: [${gate}] }`), 'o,t,h\n0.3,0.6,0.9\n')).toBe('0.6');
  });
  test('and without the gate it is the mean', async () => {
    expect(await scoreOf(parts('{}'), answers)).toBe('0.5');
  });
});

test('gates read ungated scores and change only the node that they are on', async () => {
  const definition = numbers(
    { security: ['s'], culture: ['c'] },
    '{ gates: [{ on: culture, if: scores.security < 20, cap: 40, because: No culture above it. }] }',
  );
  const { node } = await scores(definition, 's,c\n10,90\n');
  expect(node('culture')?.score).toBe('40');
  expect(node('overall')?.score).toBe('50');
});

describe('the human development index', () => {
  const indicators = `
profile: [{ id: country, title: Country, unit: true, required: true }]
dimensions:
  - id: health
    title: Health
    questions:
      - { id: le, text: Life expectancy?, type: number, score: "clamp((value - 20) / 65, 0, 1)", range: [0, 1] }
  - id: education
    title: Education
    questions:
      - { id: eys, text: Expected years of schooling?, type: number, score: "clamp(value / 18, 0, 1)", range: [0, 1] }
      - { id: mys, text: Mean years of schooling?, type: number, score: "clamp(value / 15, 0, 1)", range: [0, 1] }
  - id: income
    title: Income
    questions:
      - { id: gni, text: Income a head?, type: number, min: 100, score: "clamp((ln(value) - ln(100)) / (ln(75000) - ln(100)), 0, 1)", range: [0, 1] }
rubric: { overall: { method: geometric_mean }, round: { digits: 3 } }
`;
  const figures = `country,le,eys,mys,gni
Afghanistan,62.879,10.70538475,2.514790058,1335.205733
Albania,76.833,14.48746967,10.12114431,15293.32651
`;
  test('of Afghanistan and of Albania in 2022', async () => {
    const { rows } = await scores(questionnaire(indicators), figures);
    expect(rows.filter((row) => row.node === 'overall').map((row) => row.score)).toEqual(['0.462', '0.789']);
  });
  test('the same where dimensions are expressions over answers that have no score of their own', async () => {
    const { rows, err } = await scores(
      questionnaire(`
dimensions:
  - { id: health, title: Health, questions: [{ id: le, text: Life expectancy?, type: number }] }
  - { id: education, title: Education, questions: [{ id: eys, text: Expected?, type: number }, { id: mys, text: Mean?, type: number }] }
  - { id: income, title: Income, questions: [{ id: gni, text: Income a head?, type: number }] }
rubric:
  dimensions:
    health: { method: expression, score: "clamp((answers.le - 20) / 65, 0, 1)", range: [0, 1] }
    education: { method: expression, score: "mean([clamp(answers.eys / 18, 0, 1), clamp(answers.mys / 15, 0, 1)])", range: [0, 1] }
    income: { method: expression, score: "(ln(answers.gni) - ln(100)) / (ln(75000) - ln(100))", range: [0, 1] }
  overall: { method: geometric_mean }
  round: { digits: 3 }
`),
      figures.replace('country', 'response_id'),
    );
    expect(err).not.toMatch(/warning|error/);
    expect(rows.filter((row) => row.node === 'overall').map((row) => row.score)).toEqual(['0.462', '0.789']);
    expect(rows.find((row) => row.node === 'education')).toMatchObject({ coverage: '1', status: 'scored' });
  });
});

test.each([
  ['0.54,0.53,0.64,0.55', '0.57'],
  ['0.49,0.48,0.58,0.67', '0.55'],
])('half_even after every node: the mean of %s is %s', async (answers, score) => {
  const definition = numbers(
    { d: ['a', 'b', 'c', 'e'] },
    '{ round: { digits: 2, at: every_node, mode: half_even } }',
    1,
  );
  expect(await scoreOf(definition, `a,b,c,e\n${answers}\n`, 'd')).toBe(score);
});

test.each([
  ['harmonic_mean', '1,2,4,', '1.7142857143'],
  ['geometric_mean', '0,3,,', '0'],
  ['median', '1,2,4,10', '3'],
])('%s of %s is %s', async (method, answers, score) => {
  const definition = numbers({ d: ['a', 'b', 'c', 'e'] }, `{ method: ${method}, round: { digits: 10 } }`);
  expect(await scoreOf(definition, `a,b,c,e\n${answers}\n`, 'd')).toBe(score);
});

test.each([
  ['competition', '1,2,2,4'],
  ['dense', '1,2,2,3'],
  ['equals', '1,=2,=2,4'],
])('ranks of .91, .85, .85, .60, %s: %s', async (ties, ranks) => {
  const profile = 'profile: [{ id: organisation, title: Organisation, unit: true, required: true }]\n';
  const definition = numbers({ d: ['a'] }, `{ rank: { ties: ${ties} } }`, 1, profile);
  const { out } = await milepost('compare q.yaml a.csv --rank --layout long --format csv', {
    files: { 'q.yaml': definition, 'a.csv': 'organisation,a\nw,0.85\nx,0.91\ny,0.60\nz,0.85\n' },
  });
  const rows = rowsOf(out).filter((row) => row.node === 'd');
  const byScore = [...rows].sort((a, b) => Number(b.score) - Number(a.score));
  expect(byScore.map((row) => row.rank?.replace(/^'/, '')).join(',')).toBe(ranks);
});

describe('the share of what may be chosen', () => {
  const choices = (options: string) =>
    questionnaire(`dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, type: choices, options: [${options}] }
rubric: { round: { digits: 4 } }
`);
  const scored = (id: string, score: number, more = '') =>
    `{ id: ${id}, label: Label ${id}, score: ${score}${more} }`;
  test.each([
    [[scored('a', 1), scored('b', 1), scored('all', 2, ', exclusive: true')], 'all', '1'],
    [[scored('a', 2), scored('b', 1)], 'b', '0.3333'],
  ])('of %j answered %s is %s', async (options, answer, score) => {
    expect(await scoreOf(choices(options.join(', ')), `q\n${answer}\n`, 'd')).toBe(score);
  });
});

test('a unit’s index is computed from the unit’s scores: (2, 4) and (4, 2) make 3 × 3 = 9', async () => {
  const profile = 'profile: [{ id: organisation, title: Organisation, unit: true, required: true }]\n';
  const index = '{ id: readiness, title: Readiness, score: scores.data * scores.culture }';
  const { unit } = await compared(
    numbers({ data: ['a'], culture: ['b'] }, `{ indices: [${index}] }`, 4, profile),
    'organisation,a,b\nx,2,4\nx,4,2\n',
  );
  expect(unit('x', 'readiness')?.score).toBe('9');
});
