import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { numbers, scoreOf, scores } from './support.js';

/** Three questions of weights 1, 2 and 1, from 0 to 10. */
const three = (method: string) =>
  numbers({ d: ['a', 'b weight:_2', 'c'] }, `{ method: ${method}, round: { digits: 6 } }`, 10).replace(
    '_',
    ' ',
  );

test.each([
  ['mean', '2,4,8', '4.5'],
  ['mean', '2,,8', '5'],
  ['sum', '2,4,8', '18'],
  ['sum', '2,,8', '10'],
  ['share', '2,4,8', '0.45'],
  ['share', '2,,8', '0.5'],
  ['min', '2,4,8', '2'],
  ['min', ',4,8', '4'],
  ['max', '2,4,8', '8'],
  ['max', '2,4,', '4'],
  ['median', '8,2,4', '4'],
  ['median', '8,2,', '5'],
  ['geometric_mean', '2,4,8', '4'],
  ['geometric_mean', '2,,8', '4'],
  ['geometric_mean', '0,4,8', '0'],
  ['harmonic_mean', '2,4,8', '3.555556'],
  ['harmonic_mean', '2,,8', '3.2'],
  ['harmonic_mean', '2,0,8', '0'],
])('%s of %s, the second with weight 2, is %s', async (method, answers, score) => {
  expect(await scoreOf(three(method), `response_id,a,b,c\nx,${answers}\n`, 'd')).toBe(score);
});

test.each(['mean', 'sum', 'share', 'min', 'max', 'median', 'geometric_mean', 'harmonic_mean'])(
  'a child of weight 0 does not count: %s',
  async (method) => {
    const definition = numbers(
      { d: ['zero weight:_0', 'low weight:_0', 'a', 'b'] },
      `{ method: ${method}, round: { digits: 6 } }`,
      10,
    ).replaceAll('_0', ' 0');
    const header = 'response_id,zero,low,a,b\n';
    const both = await scores(definition, `${header}x,10,0,4,6\n`);
    const alone = await scores(definition, `${header}x,,,4,6\n`);
    expect(both.node('d')).toEqual(alone.node('d'));
    const neither = await scores(definition, `${header}x,10,0,,\n`);
    expect(neither.node('d')).toMatchObject({ score: '', status: 'insufficient' });
  },
);

test('share is over the children’s own possible ranges', async () => {
  const definition = questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: a, text: A?, scale: four }
      - { id: b, text: B?, type: yes_no }
rubric: { method: share }
`);
  // (3 − 1) + (1 − 0) of (4 − 1) + (1 − 0)
  expect(await scoreOf(definition, 'a,b\n3,yes\n', 'd')).toBe('0.75');
  expect(await scoreOf(definition, 'a,b\n3,\n', 'd')).toBe('0.67');
});

test('means take back the rounding of their first pass', async () => {
  const definition = numbers({ d: ['a', 'b', 'c'] }, '{ round: { digits: 15 } }', 1);
  expect(await scoreOf(definition, 'a,b,c\n0.1,0.1,0.1\n', 'd')).toBe('0.1');
});

describe('`over: questions`', () => {
  const definition = (rubric: string) =>
    questionnaire(`dimensions:
  - id: outer
    title: Outer
    dimensions:
      - { id: a, title: A, questions: [{ id: a1, text: A1?, type: number, min: 0, max: 10 }] }
      - { id: b, title: B, weight: 5, questions: [{ id: b1, text: B1?, type: number, min: 0, max: 10, weight: 2 }, { id: b2, text: B2?, type: number, min: 0, max: 10 }] }
rubric: ${rubric}
`);
  const answers = 'a1,b1,b2\n1,4,7\n';
  test.each([
    ['children', '{}', '4.33'],
    ['the whole rubric over questions', '{ over: questions }', '4'],
    ['one dimension', '{ dimensions: { outer: { over: questions } } }', '4'],
    ['overall alone', '{ overall: { over: questions } }', '4'],
    [
      'a dimension back over children',
      '{ over: questions, overall: { over: children }, dimensions: { outer: { over: children } } }',
      '4.33',
    ],
  ])('%s', async (_, rubric, overall) => {
    expect(await scoreOf(definition(rubric), answers)).toBe(overall);
  });
});

describe('overrides of one dimension', () => {
  const definition = (rubric: string) => numbers({ a: ['a1', 'a2'], b: ['b1', 'b2'] }, rubric);
  const answers = 'a1,a2,b1,b2\n20,40,60,80\n';
  test.each([
    ['its method', '{ dimensions: { a: { method: min } } }', ['20', '70', '45']],
    ['its weight', '{ dimensions: { b: { weight: 3 } } }', ['30', '70', '60']],
    ['the method of overall', '{ method: max, overall: { method: min } }', ['40', '80', '40']],
    ['the rubric’s method for all', '{ method: median }', ['30', '70', '50']],
  ])('%s', async (_, rubric, expected) => {
    const { node } = await scores(definition(rubric), answers);
    expect([node('a')?.score, node('b')?.score, node('overall')?.score]).toEqual(expected);
  });
  test('its bands, with the rubric’s for the others', async () => {
    const bands = (list: string) => `bands: [${list}]`;
    const low = '{ id: low, label: Low, from: 0 }';
    const rubric = `{ ${bands(`${low}, { id: high, label: High, from: 50 }`)}, dimensions: { a: { ${bands(`${low}, { id: fair, label: Fair, from: 25 }`)} } } }`;
    const { node } = await scores(definition(rubric), answers);
    expect([node('a')?.band, node('b')?.band, node('overall')?.band]).toEqual(['fair', 'high', 'high']);
  });
});

describe('bands', () => {
  const definition = numbers(
    { d: ['a'] },
    '{ bands: [{ id: none, label: None, from: 0 }, { id: some, label: Some, above: 0 }, { id: half, label: Half, from: 50 }] }',
  );
  test.each([
    ['0', 'none'],
    ['0.001', 'some'],
    ['49.999999', 'some'],
    ['50', 'half'],
  ])('%s is in %s', async (answer, band) => {
    expect((await scores(definition, `a\n${answer}\n`)).node('d')?.band).toBe(band);
  });
  test('look at 15 digits: 0.1 + 0.2 reaches 0.3', async () => {
    const sum = numbers(
      { d: ['a', 'b'] },
      '{ method: sum, bands: [{ id: low, label: Low, from: 0 }, { id: top, label: Top, from: 0.3 }, { id: over, label: Over, above: 0.3 }] }',
      1,
    );
    expect((await scores(sum, 'a,b\n0.1,0.2\n')).node('d')?.band).toBe('top');
  });
  test('below the lowest there is none', async () => {
    const high = numbers({ d: ['a'] }, '{ bands: [{ id: high, label: High, from: 50 }] }');
    expect((await scores(high, 'a\n49\n')).node('d')).toMatchObject({ score: '49', band: '' });
  });
});

describe('themes, cells and no overall', () => {
  const definition = (rubric: string) =>
    questionnaire(`themes: [{ id: people, title: People }, { id: tools, title: Tools }]
dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: 0, max: 10, themes: [people] }
      - { id: a2, text: A2?, type: number, min: 0, max: 10, themes: [people, tools], weight: 3 }
  - id: b
    title: B
    dimensions:
      - { id: c, title: C, questions: [{ id: c1, text: C1?, type: number, min: 0, max: 10, themes: [people] }] }
rubric: ${rubric}
`);
  const answers = 'a1,a2,c1\n2,6,10\n';
  test('a theme pools its questions from all dimensions by own weight', async () => {
    const { node } = await scores(definition('{}'), answers);
    expect(node('people')?.score).toBe('6');
    expect(node('tools')?.score).toBe('6');
  });
  test('by the themes’ own method', async () => {
    const { node } = await scores(definition('{ themes: { method: max } }'), answers);
    expect(node('people')?.score).toBe('10');
    expect(node('a')?.score).toBe('5');
  });
  test('cells are the questions in both, down through inner dimensions', async () => {
    const { node } = await scores(definition('{ themes: { method: min } }'), answers, {
      args: '--columns cells',
    });
    expect(node('a__people')?.score).toBe('2');
    expect(node('a__tools')?.score).toBe('6');
    expect(node('b__people')?.score).toBe('10');
    expect(node('b__tools')).toBeUndefined();
  });
  test('`overall: none`', async () => {
    const { rows } = await scores(definition('{ overall: none }'), answers);
    expect(rows.map((row) => row.node)).toEqual(['a', 'b', 'c', 'people', 'tools']);
  });
});
