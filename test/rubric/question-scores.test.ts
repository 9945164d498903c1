import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { scoreOf, scores } from './support.js';

/** A questionnaire of one question, `q`, whose score shows as that of its dimension. */
const asked = (keys: string, rubric = '{ round: { digits: 4 } }') =>
  questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two, score: 5 }, { value: 3, label: Three }, { value: 4, label: Four, score: 10 }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, ${keys} }
rubric: ${rubric}
`);
const option = (id: string, score: number, more = '') =>
  `{ id: ${id}, label: Is ${id}, score: ${score}${more} }`;
const options = (...list: readonly string[]) => `options: [${list.join(', ')}]`;

const abc = options(option('a', 2), option('b', 1), option('none', 0, ', exclusive: true'));

test.each([
  ['a level, by its score', 'scale: four', '2', '5'],
  ['a level, by its value where it has no score', 'scale: four', '3', '3'],
  ['a level by its label', 'scale: four', 'Four', '10'],
  ['yes', 'type: yes_no', 'yes', '1'],
  ['no', 'type: yes_no', 'no', '0'],
  ['a choice', `type: choice, ${options(option('a', 2.5), option('b', -1))}`, 'b', '-1'],
  ['choices, as a share of the most', `type: choices, ${abc}`, 'a;b', '1'],
  ['choices, whatever their order', `type: choices, ${abc}`, 'b;a', '1'],
  ['one of them', `type: choices, ${abc}`, 'a', '0.6667'],
  ['none of them', `type: choices, ${abc}`, 'none', '0'],
  ['choices, as a sum', `type: choices, combine: sum, ${abc}`, 'a;b', '3'],
  ['choices, the highest', `type: choices, combine: max, ${abc}`, 'a;b', '2'],
  ['choices that cost', `type: choices, ${options(option('a', 4), option('b', -1))}`, 'a;b', '0.75'],
  [
    'choices that only cost, which have no share',
    `type: choices, ${options(option('a', -2), option('b', -1))}`,
    'a;b',
    '-3',
  ],
  ['a number by itself', 'type: number, min: 0, max: 10', '7.5', '7.5'],
  [
    'a number by steps',
    'type: number, min: 0, score: [{ from: 0, score: 0 }, { from: 10, score: 1 }]',
    '9.99',
    '0',
  ],
  [
    'a number on the edge of a step',
    'type: number, min: 0, score: [{ from: 0, score: 0 }, { from: 10, score: 1 }]',
    '10',
    '1',
  ],
  [
    'a number by an expression',
    'type: number, min: 0, score: "clamp(value / 50, 0, 1)", range: [0, 1]',
    '20',
    '0.4',
  ],
  ['a level turned round', 'scale: four, reverse: true', '4', '1'],
  ['the other end turned round', 'scale: four, reverse: true', '1', '10'],
  ['yes turned round', 'type: yes_no, reverse: true', 'yes', '0'],
  ['a number turned round', 'type: number, min: 2, max: 10, reverse: true', '3', '9'],
])('%s: %s answered %s scores %s', async (_, keys, answer, score) => {
  expect(await scoreOf(asked(keys), `q\n${answer}\n`, 'd')).toBe(score);
});

test.each([
  ['a text', 'type: text', 'some'],
  ['a date', 'type: date', '2026-01-01'],
  ['a number without limits', 'type: number', '3'],
  ['a choice without scores', 'type: choice, options: [{ id: a, label: A }, { id: b, label: B }]', 'a'],
])('%s has no score', async (_, keys, answer) => {
  const { rows } = await scores(
    asked(keys).replace(
      'rubric:',
      '  - { id: e, title: E, questions: [{ id: r, text: R?, type: yes_no }] }\nrubric:',
    ),
    `q,r\n${answer},yes\n`,
  );
  expect(rows.map((row) => [row.node, row.score])).toEqual([
    ['e', '1'],
    ['overall', '1'],
  ]);
});

describe('`range` maps every question from its own range', () => {
  test.each([
    ['scale: four', '2', '44.4444'],
    ['type: yes_no, reverse: true', 'no', '100'],
    ['type: number, min: -5, max: 5', '0', '50'],
    [`type: choices, combine: sum, ${abc}`, 'b', '33.3333'],
  ])('%s answered %s is %s', async (keys, answer, score) => {
    expect(
      await scoreOf(asked(keys, '{ range: [0, 100], round: { digits: 4 } }'), `q\n${answer}\n`, 'd'),
    ).toBe(score);
  });
  test('to the very end, whatever the last bit does', async () => {
    const { node } = await scores(
      asked(
        'type: number, min: 0, max: 3',
        '{ range: [-0.1, 0.3], bands: [{ id: top, label: Top, from: 0.3 }] }',
      ),
      'q\n3\n',
    );
    expect(node('d')).toMatchObject({ score: '0.3', high: '0.3', band: 'top' });
  });
});

describe('a rubric’s own scores and weights', () => {
  const two = (rubric: string) =>
    questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, scale: four }
      - { id: r, text: R?, type: yes_no }
rubric: ${rubric}
`);
  test.each([
    ['{ questions: { q: { scores: { 1: 0, 4: 10 } } } }', '4,yes', '5.5'],
    ['{ questions: { q: { scores: { 1: 0, 4: 10 } } }, range: [0, 1] }', '2,yes', '0.6'],
    ['{ questions: { q: { weight: 3 } } }', '4,no', '3'],
    ['{ questions: { r: { scores: { yes: -4 } } } }', '4,yes', '0'],
    ['{ questions: { r: { weight: 0 } } }', '4,yes', '4'],
  ])('%s, answered %s: %s', async (rubric, answers, score) => {
    expect(await scoreOf(two(rubric), `q,r\n${answers}\n`, 'd')).toBe(score);
  });
  test('give an unscored choice its scores', async () => {
    const definition = asked(
      'type: choice, options: [{ id: a, label: A }, { id: b, label: B }]',
      '{ questions: { q: { scores: { a: 1, b: 3 } } } }',
    );
    expect(await scoreOf(definition, 'q\nb\n', 'd')).toBe('3');
  });
});

describe('a grid is asked and scored once for each item, with the question’s weight', () => {
  const definition = questionnaire(`dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, type: yes_no, weight: 2, items: [{ id: one, text: One }, { id: two, text: Two }] }
      - { id: r, text: R?, type: yes_no }
rubric: { round: { digits: 4 } }
`);
  test('(2 × 1 + 2 × 0 + 0) / 5', async () => {
    expect(await scoreOf(definition, 'q_one,q_two,r\nyes,no,no\n', 'd')).toBe('0.4');
  });
  test('an item by itself', async () => {
    const { rows } = await scores(definition, 'q_one,q_two,r\nyes,no,no\n', { args: '--columns questions' });
    expect(rows.filter((row) => row.node?.startsWith('q_')).map((row) => [row.node, row.score])).toEqual([
      ['q_one', '1'],
      ['q_two', '0'],
    ]);
  });
});

describe('single questions, `--columns questions`, have their own score whatever the method', () => {
  test.each(['sum', 'share', 'geometric_mean', 'harmonic_mean', 'min'])('%s', async (method) => {
    const definition = asked('scale: four, weight: 3', `{ method: ${method}, round: { digits: 12 } }`);
    const { node } = await scores(definition, 'q\n3\n', { args: '--columns questions' });
    expect(node('q')?.score).toBe('3');
  });
  test('and whatever the weight', async () => {
    const { node } = await scores(
      asked('scale: four, weight: 0').replace(
        'rubric:',
        '      - { id: r, text: R?, type: yes_no }\nrubric:',
      ),
      'q,r\n3,no\n',
      { args: '--columns questions' },
    );
    expect(node('q')?.score).toBe('3');
    expect(node('d')?.score).toBe('0');
  });
});

describe('an expression over a number that gives no score', () => {
  test('is reported where it leaves its range', async () => {
    const { node, err } = await scores(
      asked('type: number, min: 0, score: "value / 50", range: [0, 1]'),
      'response_id,q\nx,80\n',
    );
    expect(node('d')).toMatchObject({ score: '', status: 'insufficient' });
    expect(err).toContain(
      '`expression` gave 1.6 for `q` of response `x`, outside its range of 0 to 1; it has no score',
    );
  });
  test('is reported once where it is not finite, however many nodes use it', async () => {
    const { node, err } = await scores(
      asked(
        'type: number, min: 0, score: "1 / value", range: [0, 1]',
        '{ overall: { over: questions, missing: { refused: lowest } } }',
      ),
      'response_id,q\nx,0\n',
    );
    expect(node('d')?.score).toBe('');
    expect(err.match(/score-not-finite/g)).toHaveLength(1);
    expect(err).toContain('`expression` gave no finite number for `q` of response `x`');
  });
  test('is none for the last bit', async () => {
    const { node, err } = await scores(
      asked('type: number, min: 0, score: "value + 0.2", range: [0, 0.3]'),
      'q\n0.1\n',
    );
    expect(node('d')?.score).toBe('0.3');
    expect(err).not.toContain('outside');
  });
});
