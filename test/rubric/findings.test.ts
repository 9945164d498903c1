import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { found, numbers } from './support.js';

/** Two dimensions of two numbers each, from 0 to 100. */
const two = (rubric: string) => numbers({ a: ['a1', 'a2'], b: ['b1', 'b2'] }, rubric);

/** One mistake, one finding, where the mistake is. */
const cases: readonly (readonly [name: string, definition: string, rule: string, at: RegExp])[] = [
  [
    'a cycle among indices',
    two(`
  indices:
    - { id: first, title: First, score: scores.second + 1 }
    - { id: second, title: Second, score: scores.first + 1 }
`),
    'expression-unavailable-name',
    /^\d+: second$/,
  ],
  [
    'an index that names itself',
    two('\n  indices:\n    - { id: first, title: First, score: scores.first + 1 }\n'),
    'expression-unavailable-name',
    /^\d+: first$/,
  ],
  [
    'bands out of order',
    two(`
  bands:
    - { id: low, label: Low, from: 0 }
    - { id: high, label: High, from: 60 }
    - { id: middle, label: Middle, from: 40 }
`),
    'bands-out-of-order',
    /^\d+: 40$/,
  ],
  [
    'bands of a dimension out of order',
    two(
      '\n  dimensions:\n    a: { bands: [{ id: low, label: Low, from: 1 }, { id: high, label: High, above: 0 }] }\n',
    ),
    'bands-out-of-order',
    /^\d+: 0$/,
  ],
  ['a weight below 0', two('\n  dimensions:\n    a: { weight: -1 }\n'), 'out-of-limits', /^\d+: -1$/],
  [
    'a question with a weight below 0',
    two('\n  questions:\n    a1: { weight: -0.5 }\n'),
    'out-of-limits',
    /^\d+: -0.5$/,
  ],
  [
    'all weights of a dimension 0',
    numbers({ a: ['a1 weight:_0', 'a2 weight:_0'], b: ['b1'] }, '{}').replaceAll('_', ' '),
    'all-weights-zero',
    /^\d+: a$/,
  ],
  [
    'all dimensions with weight 0 by the rubric',
    two('\n  dimensions:\n    a: { weight: 0 }\n    b: { weight: 0 }\n'),
    'all-weights-zero',
    /^\d+: weight$/,
  ],
  [
    'geometric_mean, where reversed figures can go below 0',
    two('{ method: geometric_mean, range: [-1, 1] }'),
    'negative-under-mean',
    /^\d+: geometric_mean$/,
  ],
  [
    'harmonic_mean of a dimension whose scale can go below 0',
    questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: number, min: -5, max: 5 }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: number, min: -5, max: 5 }] }
rubric:
  dimensions:
    b: { method: harmonic_mean }
`),
    'negative-under-mean',
    /^\d+: harmonic_mean$/,
  ],
  [
    'staged with an unknown member',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 1, stages: [{ id: one, title: One, members: [a1, a3] }] }\n',
    ),
    'staged-unknown-member',
    /^\d+: a3$/,
  ],
  [
    'staged with an unknown member that has a threshold of its own',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 1, stages: [{ id: one, title: One, members: { a1: 1, b1: 2 } }] }\n',
    ),
    'staged-unknown-member',
    /^\d+: b1$/,
  ],
  [
    'a stage without members',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 1, stages: [{ id: one, title: One, members: [] }] }\n',
    ),
    'out-of-limits',
    /^\d+: \[\]$/,
  ],
  [
    'two stages of one id',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 1, stages: [{ id: one, title: One, members: [a1] }, { id: one, title: Two, members: [a2] }] }\n',
    ),
    'duplicate-name',
    /^\d+: one$/,
  ],
  [
    'a member twice in a stage',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 1, stages: [{ id: one, title: One, members: [a1, a1] }] }\n',
    ),
    'duplicate-name',
    /^\d+: a1$/,
  ],
  [
    'a threshold that names no member band',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: fully, member_bands: [{ id: largely, label: L, from: 50 }], stages: [{ id: one, title: One, members: [a1] }] }\n',
    ),
    'unknown-threshold',
    /^\d+: fully$/,
  ],
  [
    'a threshold that no answer reaches',
    two(
      '\n  overall: none\n  dimensions:\n    a: { method: staged, at_least: 50, stages: [{ id: one, title: One, members: { a1: 101 } }] }\n',
    ),
    'unreachable-threshold',
    /^\d+: 101$/,
  ],
  [
    'an expression that names an unknown node',
    two('\n  overall: { method: expression, score: "scores.a + scores.c" }\n'),
    'expression-unknown-name',
    /^\d+: c$/,
  ],
  [
    'an expression that names a node that is not below it',
    two('\n  dimensions:\n    a: { method: expression, score: "scores.b", range: [0, 100] }\n'),
    'expression-unknown-name',
    /^\d+: b$/,
  ],
  [
    'an expression without a range under a parent that needs one',
    two('\n  dimensions:\n    a: { method: expression, score: "answers.a1 + 1" }\n'),
    'range-needed',
    /^\d+: a$/,
  ],
  [
    'an expression with its range the wrong way round',
    two('\n  dimensions:\n    a: { method: expression, score: "answers.a1", range: [100, 0] }\n'),
    'range-empty',
    /^\d+: \[100, 0\]$/,
  ],
  [
    'a broken expression without a range beside another range',
    two('\n  dimensions:\n    a: { method: expression, score: "answers.a1 +" }\n'),
    'expression-syntax',
    /./,
  ],
  [
    'ranges that differ under one mean',
    questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 4, label: Four }] }
themes: [{ id: people, title: People }]
dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, scale: four, themes: [people] }
      - { id: a2, text: A2?, type: yes_no, themes: [people] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, scale: four }] }
`),
    'mixed-ranges',
    /^\d+: a2$/,
  ],
  [
    'dimensions whose ranges differ under overall',
    questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 4, label: Four }] }
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, scale: four }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: yes_no }] }
`),
    'mixed-ranges',
    /^\d+: b$/,
  ],
  ['a range from a figure to itself', two('{ range: [1, 1] }'), 'range-empty', /^\d+: \[1, 1\]$/],
  [
    'a band that no answers reach',
    two('\n  bands:\n    - { id: low, label: Low, from: 0 }\n    - { id: top, label: Top, from: 101 }\n'),
    'unreachable-band',
    /^\d+: 101$/,
  ],
  [
    'a number whose expression never reaches the top of its range',
    questionnaire(`dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: 0, max: 40, score: "clamp(value / 50, 0, 1)", range: [0, 1] }
`),
    'unreachable-maximum',
    /^\d+: \[0, 1\]$/,
  ],
  [
    'a step above the most that can be answered',
    questionnaire(`dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: 0, max: 40, score: [{ from: 0, score: 0 }, { from: 20, score: 1 }, { from: 50, score: 2 }] }
`),
    'unreachable-maximum',
    /^\d+: 50$/,
  ],
  [
    'a gate on what is no node',
    two('\n  gates:\n    - { on: security, if: scores.a < 20, cap: 40, because: So. }\n'),
    'unknown-gate-node',
    /^\d+: security$/,
  ],
  [
    'a gate on a question',
    two('\n  gates:\n    - { on: a1, if: scores.a < 20, cap: 40, because: So. }\n'),
    'unknown-gate-node',
    /^\d+: a1$/,
  ],
  [
    'a gate that names an unknown node',
    two('\n  gates:\n    - { on: overall, if: scores.security < 20, cap: 40, because: So. }\n'),
    'expression-unknown-name',
    /^\d+: security$/,
  ],
  [
    'a gate that names an unknown band',
    two(
      '\n  bands: [{ id: low, label: Low, from: 0 }]\n  gates:\n    - { on: overall, if: bands.a == "lo", cap: 40, because: So. }\n',
    ),
    'expression-unknown-option',
    /^\d+: "lo"$/,
  ],
  [
    'an override of an unknown question',
    two('\n  questions:\n    a11: { weight: 2 }\n'),
    'rubric-unknown-question',
    /^\d+: a11$/,
  ],
  [
    'an override of an unknown answer',
    questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: yes_no }] }
rubric:
  questions:
    a1: { scores: { maybe: 1 } }
`),
    'rubric-unknown-answer',
    /^\d+: maybe$/,
  ],
  [
    'an entry for an unknown dimension',
    two('\n  dimensions:\n    aa: { weight: 2 }\n'),
    'rubric-unknown-dimension',
    /^\d+: aa$/,
  ],
  ['a method that does not exist', two('{ method: meen }'), 'unknown-word', /^\d+: meen$/],
  [
    'a method that no plugin gives',
    two('{ method: "plugin:trimmed" }'),
    'unknown-method',
    /^\d+: "plugin:trimmed"$/,
  ],
  [
    'roll-up of a level that is no unit field',
    two('\n  rollup:\n    department: { method: mean }\n'),
    'unknown-rollup-level',
    /^\d+: department$/,
  ],
  [
    'a roll-up that takes the logarithm of what can go below 0',
    questionnaire(`profile: [{ id: organisation, title: O, unit: true, required: true }]
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: number, min: -5, max: 5 }] }
rubric:
  rollup:
    organisation: { method: geometric_mean }
`),
    'negative-under-mean',
    /^\d+: geometric_mean$/,
  ],
  [
    'a dimension in which nothing is scored',
    questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: choice, options: [{ id: x, label: X }, { id: y, label: Y }] }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: yes_no }] }
`),
    'nothing-scored',
    /^\d+: a$/,
  ],
  [
    'a dimension with a weight in which nothing can be scored',
    questionnaire(`dimensions:
  - { id: a, title: A, weight: 2, questions: [{ id: a1, text: A1?, type: text }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: yes_no }] }
`),
    'nothing-scored',
    /^\d+: a$/,
  ],
  [
    'a dimension with a method in which nothing can be scored',
    questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: date }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: yes_no }] }
rubric: { dimensions: { a: { method: min } } }
`),
    'nothing-scored',
    /^\d+: a$/,
  ],
  [
    'a band below all scores',
    two('\n  bands:\n    - { id: none, label: None, from: -10 }\n    - { id: some, label: Some, from: 0 }\n'),
    'unreachable-band',
    /^\d+: -10$/,
  ],
];

test.each(cases)('%s', async (_, definition, rule, at) => {
  const findings = await found(definition);
  expect(findings).toEqual([expect.objectContaining({ rule, at: expect.stringMatching(at) })]);
});

describe('a rubric in a file of its own', () => {
  const rubric = (body: string) => `milepost: 1
kind: rubric
id: other
version: 1.0.0
title: Other
${body}`;
  const inFile = async (body: string) =>
    found(numbers({ a: ['a1'], b: ['b1'] }, './other.yaml'), { files: { 'other.yaml': rubric(body) } });

  test.each([
    [
      'an index that is called as a question is',
      'indices: [{ id: a1, title: A, score: scores.a }]',
      'duplicate-id',
      'a1',
    ],
    [
      'an index that is called as a dimension is',
      'indices: [{ id: b, title: A, score: scores.a }]',
      'duplicate-id',
      'b',
    ],
    [
      'two indices of one id',
      'indices: [{ id: x, title: A, score: scores.a }, { id: x, title: B, score: scores.a }]',
      'duplicate-id',
      'x',
    ],
    [
      'an index with a reserved id',
      'indices: [{ id: overall, title: A, score: scores.a }]',
      'reserved-id',
      'overall',
    ],
    ['ids of another questionnaire', 'for: another', 'rubric-not-for-this', 'another'],
  ])('%s', async (_, body, rule, at) => {
    expect(await inFile(body)).toEqual([expect.objectContaining({ rule, at: `6: ${at}` })]);
  });
});

test('the words of the warning about ranges', async () => {
  const [finding] = await found(
    questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 4, label: Four }] }
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, scale: four }, { id: a2, text: A2?, type: yes_no }] }
`),
  );
  expect(finding?.message).toBe('the `mean` of `a` averages a 1–4 scale with a 0–1 one');
});

describe('what is in order is not found', () => {
  test.each([
    [
      'a question of weight 0 beside another',
      numbers({ a: ['a1 weight:_0', 'a2'] }, '{}').replaceAll('_', ' '),
    ],
    [
      'a dimension whose only question has weight 0, kept for a theme',
      questionnaire(`themes: [{ id: t, title: T }]
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: yes_no, weight: 0 }, { id: a2, text: A2?, type: yes_no, themes: [t] }] }
examples: [{ name: cells, answers: { a2: yes }, expect: { scores: { a__t: 1 } } }]
`),
    ],
    [
      'a blank that counts 0 under a scale from 1',
      numbers({ a: ['a1 required:_true', 'a2'] }, '{ missing: { unanswered: -5 } }').replaceAll('_', ' '),
    ],
    [
      'different scales brought to one',
      questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 4, label: Four }] }
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, scale: four }, { id: a2, text: A2?, type: yes_no }] }
rubric: { range: [0, 100] }
`),
    ],
    [
      'different scales under share',
      questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 4, label: Four }] }
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, scale: four }, { id: a2, text: A2?, type: yes_no }] }
rubric: { method: share }
`),
    ],
    ['geometric_mean from 0', two('{ method: geometric_mean }')],
    [
      'bands that touch with `above`',
      two(
        '\n  bands:\n    - { id: zero, label: Zero, from: 0 }\n    - { id: some, label: Some, above: 0 }\n',
      ),
    ],
    [
      'a dimension that is not to count',
      questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: yes_no }] }
  - { id: b, title: B, weight: 0, questions: [{ id: b1, text: B1?, type: choice, options: [{ id: x, label: X }, { id: y, label: Y }] }] }
`),
    ],
    [
      'a dimension for comments',
      questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: yes_no }] }
  - { id: comments, title: Comments, questions: [{ id: comment, text: What else?, type: text }] }
`),
    ],
  ])('%s', async (_, definition) => {
    expect(await found(definition)).toEqual([]);
  });
});
