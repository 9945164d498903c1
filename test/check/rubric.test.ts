import { describe, expect, test } from 'vitest';
import { briefly, check, standing } from './fixture.js';

const rubric = (body: string) => `milepost: 1
kind: rubric
id: r
version: 1.0.0
title: R
${body}`;

async function alone(body: string) {
  return (await check('r.yaml', { files: { 'r.yaml': rubric(body) } })).lines.map((line) =>
    line.replace('r.yaml:', '').replace(' error', ''),
  );
}

describe('a rubric by itself', () => {
  test('names freely what a questionnaire may have', async () => {
    const body = `bands: [{ id: low, label: Low, from: 0, value: 1 }, { id: high, label: High, above: 0 }]
questions: { any: { weight: 2 } }
dimensions:
  culture: { method: min, weight: 3 }
  security:
    method: staged
    at_least: some
    member_bands: [{ id: some, label: Some, from: 1 }]
    stages: [{ id: basic, title: Basic, members: { backups: some, drills: 2 } }]
  data: { method: expression, score: "0.5 * scores.x + answers.y", range: [0, 1] }
gates: [{ on: overall, if: 'bands.data == "low" && profile.type == "inner"', cap: 1, because: Of data. }]
indices:
  - { id: ready, title: Ready, score: scores.data + ratings.culture }
  - { id: more, title: More, score: "mean([scores.ready, 1])" }
`;
    expect(await alone(body)).toEqual([]);
  });

  test.each([
    ['bands: [{ id: a, label: A, from: 2 }, { id: b, label: B, from: 1 }]', 'bands-out-of-order'],
    ['overall: { bands: [{ id: a, label: A, from: 1 }, { id: a, label: B, from: 2 }] }', 'duplicate-name'],
    ['range: [3, 3]', 'range-empty'],
    ['dimensions: { d: { method: expression, score: scores.x +, range: [0, 1] } }', 'expression-syntax'],
    ['themes: { method: expression, score: scores.x, range: [1, 0] }', 'range-empty'],
    ['gates: [{ on: d, if: scores.d + 1, cap: 1, because: B. }]', 'expression-result'],
    ['gates: [{ on: d, if: score.d > 1, cap: 1, because: B. }]', 'expression-unknown-name'],
    ['indices: [{ id: a, title: A, score: "1" }, { id: a, title: B, score: "1" }]', 'duplicate-id'],
    ['indices: [{ id: wave, title: A, score: "1" }]', 'reserved-id'],
    [
      'indices: [{ id: a, title: A, score: scores.b }, { id: b, title: B, score: "1" }]',
      'expression-unavailable-name',
    ],
    ['indices: [{ id: a, title: A, score: roung(scores.b) }]', 'expression-unknown-function'],
    [
      'dimensions: { d: { method: staged, at_least: 1, stages: [{ id: s, title: S, members: [a] }, { id: s, title: S, members: [b] }] } }',
      'duplicate-name',
    ],
    [
      'dimensions: { d: { method: staged, at_least: 1, stages: [{ id: s, title: S, members: [a, a] }] } }',
      'duplicate-name',
    ],
    [
      'dimensions: { d: { method: staged, at_least: sme, member_bands: [{ id: some, label: S, from: 1 }], stages: [{ id: s, title: S, members: [a] }] } }',
      'unknown-threshold',
    ],
  ])('%s', async (body, rule) => {
    const lines = await alone(`${body}\n`);
    expect(lines.map((line) => line.replace(/^6:\d+: ([\w-]+): .*$/, '$1'))).toEqual([rule]);
  });

  test('is told of the same mistake once, whoever uses it', async () => {
    const mistakes = rubric(`bands: [{ id: a, label: A, from: 2 }, { id: b, label: B, from: 1 }]
dimensions: { d: { method: expression, score: answers.q1 +, range: [0, 1] } }
indices: [{ id: a, title: A, score: "1" }, { id: a, title: B, score: "1" }, { id: c, title: C, score: scores.c }]
`);
    const by = (id: string) => standing({ id, more: 'rubric: r.yaml\n' });
    const files = { 'a.yaml': by('a'), 'b.yaml': by('b'), 'r.yaml': mistakes };
    const expected = [
      'r.yaml:6 bands-out-of-order',
      'r.yaml:7 expression-syntax',
      'r.yaml:8 duplicate-id',
      'r.yaml:8 expression-unavailable-name',
    ];
    expect(briefly((await check('r.yaml', { files })).lines)).toEqual(expected);
    const { lines } = await check('.', { files });
    expect(briefly(lines)).toEqual(expected);
    expect(lines[0]).toContain(' (included by a.yaml, b.yaml)');
  });
});

describe('a rubric for a questionnaire that is checked too', () => {
  const made = rubric('for: city\ndimensions: { dd: { method: min } }\n');

  test('is checked against it', async () => {
    const files = {
      'q.yaml': standing({ id: 'city' }),
      'other.yaml': standing({ id: 'other' }),
      'r.yaml': made,
    };
    expect((await check('.', { files })).lines).toEqual([
      'r.yaml:7:15: error rubric-unknown-dimension: there is no dimension `dd`; did you mean `d`?',
    ]);
    expect((await check('r.yaml other.yaml', { files })).lines).toEqual([]);
  });

  test('is not, where that cannot be used itself', async () => {
    const files = { 'q.yaml': `${standing({ id: 'city' })}x: 1\n`, 'r.yaml': made };
    expect(briefly((await check('.', { files })).lines)).toEqual(['q.yaml:15 unknown-key']);
  });
});
