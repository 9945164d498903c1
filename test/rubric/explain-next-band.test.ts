import { describe, expect, test } from 'vitest';
import { nextBand } from '../../src/rubric/next-band/next-band.js';
import type { AnswerChange, NextBand } from '../../src/rubric/next-band/next-band-tree.js';
import type { Plan } from '../../src/rubric/plan.js';
import { planOf, responseOf } from './explain-support.js';

const scales =
  'scales: { four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] } }';
const bands =
  'bands: [{ id: low, label: Low, from: 1 }, { id: middle, label: Middle, from: 2 }, { id: high, label: High, from: 3 }]';

function planFor(questions: readonly string[], rubric = bands): Plan {
  const list = questions.map((question) => `      - { ${question} }`).join('\n');
  return planOf(`${scales}
dimensions:
  - id: d
    title: D
    questions:
${list}
rubric: { ${rubric} }
`);
}

/** `q1 2 → 3 (1): 2.5` */
function changesOf(next: NextBand): readonly string[] {
  if (next.kind !== 'changes') return [next.kind];
  return next.changes.map(
    ({ question, from, to, steps, rounded, band }: AnswerChange) =>
      `${question} ${from.value === null ? from.state : String(from.value)} → ${String(to.value)} (${steps}): ${rounded} ${band.id}`,
  );
}

test('levels: the fewest steps first, of one size in the order of the questions', () => {
  const plan = planFor([
    'id: q1, text: Q?, scale: four',
    'id: q2, text: Q?, scale: four, weight: 3',
    'id: q3, text: Q?, scale: four, reverse: true',
  ]);
  expect(changesOf(nextBand(plan, responseOf({ q1: 1, q2: 2, q3: 3 }), 'd'))).toMatchInlineSnapshot(`
    [
      "q1 1 → 2 (1): 2 middle",
      "q2 2 → 3 (1): 2.4 middle",
      "q3 3 → 2 (1): 2 middle",
    ]
  `);
  expect(changesOf(nextBand(plan, responseOf({ q1: 1, q2: 1, q3: 3 }), 'd'))).toMatchInlineSnapshot(`
    [
      "q2 1 → 3 (2): 2.4 middle",
    ]
  `);
});

test('a blank and a don’t know can be answered; what is not asked cannot', () => {
  const plan = planFor(
    [
      'id: q1, text: Q?, scale: four',
      'id: q2, text: Q?, scale: four',
      'id: q3, text: Q?, scale: four',
      'id: q4, text: Q?, scale: four, when: answers.q1 == 4',
    ],
    `missing: { unanswered: lowest, dont_know: lowest }, ${bands}`,
  );
  expect(
    changesOf(nextBand(plan, responseOf({ q1: 3, q2: '?dont_know', q4: 4 }), 'd')),
  ).toMatchInlineSnapshot(`
    [
      "q1 3 → 4 (1): 2.5 middle",
      "q2 dont_know → 2 (2): 2 middle",
      "q3 unanswered → 2 (2): 2 middle",
    ]
  `);
});

test('an answer counts again once its question is asked', () => {
  const plan = planFor(
    ['id: gate, text: Q?, type: yes_no', 'id: q1, text: Q?, scale: four, when: answers.gate'],
    `method: max, ${bands}`,
  );
  expect(changesOf(nextBand(plan, responseOf({ gate: false, q1: 4 }), 'd'))).toEqual([
    'gate false → true (1): 4 high',
  ]);
});

test('one option more or less; one that stands alone takes the place of all', () => {
  const plan = planFor([
    'id: q, text: Q?, type: choices, combine: sum, options: [{ id: a, label: A, score: 1 }, { id: b, label: B, score: 1 }, { id: c, label: C, score: -1 }, { id: all, label: All, score: 3, exclusive: true }]',
  ]);
  expect(changesOf(nextBand(plan, responseOf({ q: ['a'] }), 'd'))).toEqual(['q a → a,b (1): 2 middle']);
  expect(changesOf(nextBand(plan, responseOf({ q: ['a', 'b', 'c'] }), 'd'))).toEqual([
    'q a,b,c → a,b (1): 2 middle',
  ]);
  expect(changesOf(nextBand(plan, responseOf({ q: ['a', 'b'] }), 'd'))).toEqual(['q a,b → all (1): 3 high']);
});

describe('numbers', () => {
  test('by the steps of a table, at the first number of the step', () => {
    const plan = planFor([
      'id: q, text: Q?, type: number, min: 0, max: 50, integer: true, score: [{ from: 0, score: 1 }, { from: 4.5, score: 2 }, { from: 20, score: 4 }]',
    ]);
    expect(changesOf(nextBand(plan, responseOf({ q: 1 }), 'd'))).toEqual(['q 1 → 5 (1): 2 middle']);
    expect(changesOf(nextBand(plan, responseOf({ q: 7 }), 'd'))).toEqual(['q 7 → 20 (1): 4 high']);
  });
  test('by an expression, to the least change', () => {
    const plan = planFor([
      'id: q, text: Q?, type: number, min: 0, max: 100, score: "1 + 3 * clamp(value / 90, 0, 1)", range: [1, 4]',
    ]);
    expect(changesOf(nextBand(plan, responseOf({ q: 12 }), 'd'))).toEqual(['q 12 → 30 (1.8): 2 middle']);
    expect(changesOf(nextBand(plan, responseOf({ q: 31.5 }), 'd'))).toEqual(['q 31.5 → 60 (2.85): 3 high']);
  });
  test('itself, downwards where it is turned round', () => {
    const plan = planFor(['id: q, text: Q?, type: number, min: 0, max: 4, reverse: true']);
    expect(changesOf(nextBand(plan, responseOf({ q: 2.5 }), 'd'))).toEqual(['q 2.5 → 2 (1.25): 2 middle']);
  });
});

test('an answer that lifts a gate, on a node that does not score it', () => {
  const plan = planOf(`${scales}
dimensions:
  - { id: a, title: A, questions: [{ id: q1, text: Q?, scale: four }] }
  - { id: b, title: B, questions: [{ id: q2, text: Q?, type: yes_no }] }
rubric:
  ${bands}
  gates: [{ on: a, if: scores.b < 1, cap: 1.5, because: B first. }]
`);
  expect(changesOf(nextBand(plan, responseOf({ q1: 4, q2: false }), 'a'))).toEqual([
    'q2 false → true (1): 4 high',
  ]);
});

test('in a plain word, where there is nothing to say', () => {
  const plan = planFor([
    'id: q1, text: Q?, scale: four',
    'id: q2, text: Q?, scale: four',
    'id: q3, text: Q?, scale: four',
  ]);
  expect(changesOf(nextBand(plan, responseOf({ q1: 4, q2: 3, q3: 3 }), 'd'))).toEqual(['highest']);
  expect(changesOf(nextBand(plan, responseOf({ q1: 2, q2: 2, q3: 1 }), 'd'))).toHaveLength(3);
  expect(changesOf(nextBand(plan, responseOf({ q1: 1, q2: 1, q3: 1 }), 'd'))).toHaveLength(3);
  expect(changesOf(nextBand(plan, responseOf({}), 'd'))).toEqual(['no_score']);
  const none = planFor(
    ['id: q1, text: Q?, scale: four', 'id: q2, text: Q?, scale: four'],
    'method: min, bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: 3 }]',
  );
  expect(changesOf(nextBand(none, responseOf({ q1: 1, q2: 1 }), 'd'))).toEqual(['no_single_change']);
  expect(
    changesOf(nextBand(planFor(['id: q1, text: Q?, scale: four'], ''), responseOf({ q1: 1 }), 'd')),
  ).toEqual(['no_bands']);
});
