import { describe, expect, test } from 'vitest';
import { explanationWriter } from '../../src/export/derivations/formats.js';
import { answersOf } from '../../src/rubric/derivation/derivation.js';
import { explainBriefly } from '../../src/rubric/derivation/explain-briefly.js';
import { defineMethod } from '../../src/rubric/methods/define-method.js';
import { nextBand } from '../../src/rubric/next-band/next-band.js';
import type { Plan } from '../../src/rubric/plan.js';
import { scorer } from '../../src/rubric/score.js';
import { levels } from '../support/questionnaire.js';
import { derived, explained, planOf, responseOf } from './explain-support.js';

const scales =
  'scales: { four: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] } }';

function briefly(plan: Plan, answers: Parameters<typeof responseOf>[0], id: string): string {
  return explainBriefly(plan, scorer(plan)(answersOf(plan, responseOf(answers))), id);
}

describe('weights, a policy and a gate', () => {
  const plan = planOf(`${scales}
dimensions:
  - id: data
    title: Data
    weight: 2
    questions:
      - { id: owner, text: Does every dataset have an owner?, scale: four, weight: 2, levels: { 3: Most have one } }
      - { id: quality, text: Is quality measured?, scale: four }
  - id: security
    title: Security
    questions:
      - { id: drills, text: Are there drills?, scale: four }
      - { id: audit, text: Are there audits?, scale: four, when: answers.drills >= 2 }
rubric:
  missing: { dont_know: lowest }
  coverage: 0.5
  bands: [{ id: low, label: Low, from: 1 }, { id: middle, label: Middle, from: 2 }, { id: high, label: High, from: 3 }]
  gates: [{ on: overall, if: scores.security < 2, cap: 1.5, because: Nothing is safe without drills. }]
`);
  const response = responseOf({ owner: 3, quality: '?dont_know', drills: 1 });

  test('overall, down to the answers', () => {
    expect(explained(plan, response, 'overall')).toMatchInlineSnapshot(`
      "Overall (overall) of r-1: 1.5, Low
        The weighted mean, Σws / Σw.
        mean: (2 × 2.3333333333333335 + 1 × 1) / (2 + 1) = 1.888888888888889
        Data (data): 2.3333333333333335; weight 2, 66.7 % of the result
          mean: (2 × 3 + 1 × 1) / (2 + 1) = 2.3333333333333335
          Does every dataset have an owner? (owner): 3 (Most have one), scores 3; weight 2, 66.7 % of the result
          Is quality measured? (quality): answered “don’t know”, counts as 1, the lowest an answer can score; weight 1, 33.3 % of the result
          Coverage 1; at least 0.5 is needed
        Security (security): 1; weight 1, 33.3 % of the result
          mean: 1 = 1
          Are there drills? (drills): 1 (Starting), scores 1; weight 1, 100 % of the result
          Are there audits? (audit): not asked, left out (missing.not_asked: exclude); does not count
          Coverage 1; at least 0.5 is needed
        Coverage 1; at least 0.5 is needed
        Gate, cap 1.5: brings 1.888888888888889 down to 1.5. Nothing is safe without drills.
          since scores.security < 2
            scores.security is 1
        Rounded to 2 decimals, half up: 1.5 → 1.5
        Band: Low (from 1)
        The next band up is Middle (from 2). This single change would reach it:
          Are there drills? (drills): 2 (Emerging) instead of 1 (Starting), which makes 2.22
      "
    `);
  });
  test('one node', () => {
    expect(explained(plan, response, 'data')).toMatchInlineSnapshot(`
      "Data (data) of r-1: 2.33, Middle
        The weighted mean, Σws / Σw.
        mean: (2 × 3 + 1 × 1) / (2 + 1) = 2.3333333333333335
        Does every dataset have an owner? (owner): 3 (Most have one), scores 3; weight 2, 66.7 % of the result
        Is quality measured? (quality): answered “don’t know”, counts as 1, the lowest an answer can score; weight 1, 33.3 % of the result
        Coverage 1; at least 0.5 is needed
        Depending on the answers that are missing it could lie between 2.3333333333333335 and 3.3333333333333335
        Rounded to 2 decimals, half up: 2.3333333333333335 → 2.33
        Band: Middle (from 2)
        The next band up is High (from 3). Any one of these changes would reach it:
          Does every dataset have an owner? (owner): 4 (Leading) instead of 3 (Most have one), which makes 3
          Is quality measured? (quality): 3 (Established) instead of “don’t know”, which makes 3
      "
    `);
  });
  test('one question', () => {
    expect(explained(plan, response, 'audit')).toMatchInlineSnapshot(`
      "Are there audits? (audit) of r-1: no score
        Are there audits? (audit): not asked, left out (missing.not_asked: exclude)
      "
    `);
  });
  test('in Markdown', () => {
    const nothing = { plan, subject: 'r-1', wave: '2026', derivation: derived(plan, response, 'security') };
    expect(explanationWriter('md').write(nothing)).toMatchInlineSnapshot(`
      "## Security (security) of r-1, 2026: 1, Low

      - The weighted mean, Σws / Σw.
      - mean: \`1 = 1\`
      - Are there drills? (drills): 1 (Starting), scores \`1\`; weight 1, 100 % of the result
      - Are there audits? (audit): not asked, left out (missing.not_asked: exclude); does not count
      - Coverage 1; at least 0.5 is needed
      - Rounded to 2 decimals, half up: \`1 → 1\`
      - Band: Low (from 1)
      "
    `);
  });
  test('as JSON: what is none is null, and keys are as in other files', () => {
    const derivation = derived(plan, response, 'overall');
    const written = explanationWriter('json').write({ plan, subject: 'r-1', wave: '', derivation });
    expect(JSON.parse(written)).toMatchObject({
      subject: 'r-1',
      wave: null,
      next_band: null,
      derivation: {
        kind: 'node',
        id: 'overall',
        ungated: 1.888888888888889,
        score: 1.5,
        band: { id: 'low' },
        method: {
          arithmetic: '(2 × 2.3333333333333335 + 1 × 1) / (2 + 1)',
          children: [
            { weight: 2, part: { kind: 'share', share: 2 / 3 }, below: { id: 'data' } },
            {
              below: {
                method: { children: [{}, { absent: 'excluded', below: { answer: { state: 'not_asked' } } }] },
              },
            },
          ],
        },
      },
    });
  });
  test('on one line', () => {
    expect(briefly(plan, { owner: 3, quality: '?dont_know', drills: 1 }, 'overall')).toMatchInlineSnapshot(
      `"overall = mean (2 × 2.3333333333333335 + 1 × 1) / (2 + 1) = 1.888888888888889, capped at 1.5: Nothing is safe without drills."`,
    );
    expect(briefly(plan, { owner: 3, quality: 2 }, 'security')).toMatchInlineSnapshot(
      `"security has no score: its coverage of 0 is below 0.5"`,
    );
    expect(briefly(plan, { quality: 2 }, 'data')).toMatchInlineSnapshot(
      `"data has no score: its coverage of 0.3333 is below 0.5"`,
    );
  });
});

test('reverse, range, several options, numbers by steps and by an expression', () => {
  const plan = planOf(`${scales}
dimensions:
  - id: d
    title: D
    questions:
      - { id: gaps, text: How many gaps?, scale: four, reverse: true }
      - { id: tools, text: Which tools?, type: choices, options: [{ id: a, label: Ant, score: 2 }, { id: b, label: Bee, score: 1 }] }
      - { id: days, text: Days of training?, type: number, min: 0, max: 30, unit: days, score: [{ from: 0, score: 0 }, { from: 5, score: 2 }] }
      - { id: spend, text: Spending?, type: number, score: "clamp(value / 50, 0, 1)", range: [0, 1] }
rubric: { range: [0, 100] }
`);
  const response = responseOf({ gaps: 2, tools: ['b'], days: 7, spend: 20 });
  expect(explained(plan, response, 'd')).toMatchInlineSnapshot(`
    "D (d) of r-1: 51.67
      The weighted mean, Σws / Σw.
      mean: (66.66666666666666 + 0 + 100 + 40) / 4 = 51.666666666666664
      How many gaps? (gaps): 2 (Emerging), scores 2; turned round 1 + 4 − 2 = 3; brought to 0 to 100 (3 − 1) / (4 − 1) × 100 = 66.66666666666666; weight 1, 25 % of the result
      Which tools? (tools): b (Bee), scores 1 / 3 = 0.3333333333333333; brought to 0 to 100 (0.3333333333333333 − 0.3333333333333333) / (1 − 0.3333333333333333) × 100 = 0; weight 1, 25 % of the result
      Days of training? (days): 7 days, from 5 on scores 2; brought to 0 to 100 2 / 2 × 100 = 100; weight 1, 25 % of the result
      Spending? (spend): 20, scores clamp(value / 50, 0, 1) = 0.4; brought to 0 to 100 0.4 / 1 × 100 = 40; weight 1, 25 % of the result
      Coverage 1
      Rounded to 2 decimals, half up: 51.666666666666664 → 51.67
    "
  `);
});

test('a number whose expression gives no score says why', () => {
  const plan = planOf(`dimensions:
  - { id: d, title: D, questions: [{ id: q, text: Spending?, type: number, score: value / 50, range: [0, 1] }] }
`);
  expect(explained(plan, responseOf({ q: 80 }), 'd')).toContain(
    '80, scores value / 50; the method gave 1.6, outside its range of 0 to 1',
  );
});

test('stages, with a member that must reach more under a higher stage', () => {
  const plan = planOf(`${scales}
dimensions:
  - id: d
    title: Practice
    questions:
      - { id: a, text: A?, scale: four }
      - { id: b, text: B?, scale: four }
      - { id: c, text: C?, scale: four }
rubric:
  dimensions:
    d:
      method: staged
      at_least: 2
      below_at_least: 3
      stages:
        - { id: basic, title: Basic, members: [a, b] }
        - { id: managed, title: Managed, members: [c] }
`);
  expect(explained(plan, responseOf({ a: 2, b: 3, c: 2 }), 'd')).toMatchInlineSnapshot(`
    "Practice (d) of r-1: 1, Basic
      staged: 1 of 2 stages passed
      Basic: passed (100 % met, 100 % needed)
        A? (a): 2 (Emerging), scores 2; weight 1; at least 2 is needed: met; under a higher stage at least 3 is needed: not met
        B? (b): 3 (Established), scores 3; weight 1; at least 2 is needed: met; under a higher stage at least 3 is needed: met
      Managed: reached, but Basic falls short of what it must be under it (100 % met, 100 % needed)
        C? (c): 2 (Emerging), scores 2; weight 1; at least 2 is needed: met
      Coverage 1
      Rounded to 2 decimals, half up: 1 → 1
      Band: Basic (from 1)
      The next band up is Managed (from 2). This single change would reach it:
        A? (a): 3 (Established) instead of 2 (Emerging), which makes 2
    "
  `);
  expect(
    explained(plan, responseOf({ a: 3, b: '?not_applicable', c: '?dont_know' }), 'd'),
  ).toMatchInlineSnapshot(`
    "Practice (d) of r-1: 1, Basic
      staged: 1 of 2 stages passed
      Basic: passed (100 % met, 100 % needed)
        A? (a): 3 (Established), scores 3; weight 1; at least 2 is needed: met; under a higher stage at least 3 is needed: met
        B? (b): answered “not applicable”; weight 1; does not apply
      Managed: not passed (0 % met, 100 % needed)
        C? (c): answered “don’t know”; weight 1; at least 2 is needed: not met
      Coverage 0.5
      Depending on the answers that are missing it could lie between 1 and 2
      Rounded to 2 decimals, half up: 1 → 1
      Band: Basic (from 1)
      The next band up is Managed (from 2). This single change would reach it:
        C? (c): 2 (Emerging) instead of “don’t know”, which makes 2
    "
  `);
  expect(briefly(plan, { a: 2, b: 3, c: 2 }, 'd')).toMatchInlineSnapshot(
    `"d = staged, 1 of 2 stages passed (Basic) = 1"`,
  );
});

test('an expression, an index that reads it, and the names in them', () => {
  const plan = planOf(`${scales}
dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, scale: four }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, scale: four }] }
rubric:
  overall: { method: expression, score: "has(answers.b1) ? 0.6 * scores.a + 0.4 * scores.b : scores.a" }
  bands: [{ id: low, label: Low, from: 1, value: 1 }, { id: high, label: High, from: 3, value: 2 }]
  indices: [{ id: ready, title: Ready, score: scores.overall * ratings.a }]
`);
  expect(explained(plan, responseOf({ a1: 3 }), 'overall')).toMatchInlineSnapshot(`
    "Overall (overall) of r-1: 3, High
      expression: has(answers.b1) ? 0.6 * scores.a + 0.4 * scores.b : scores.a
        answers.b1 has no value
        scores.a is 3
        scores.b has no value
      which gives 3
      B1? (b1): left blank
      A (a): 3
        mean: 3 = 3
        A1? (a1): 3 (Established), scores 3; weight 1, 100 % of the result
        Coverage 1
      B (b): not enough answers for a score
        mean: no score
        B1? (b1): left blank, left out (missing.unanswered: exclude); does not count
        Coverage 0
      Coverage 0.5
      Rounded to 2 decimals, half up: 3 → 3
      Band: High (from 3)
      This is the highest band
    "
  `);
  expect(explained(plan, responseOf({ a1: 3, b1: 4 }), 'ready')).toMatchInlineSnapshot(`
    "Ready (ready) of r-1: 6.8
      Worked out as scores.overall * ratings.a
        scores.overall is 3.4
        ratings.a is 2
      which gives 6.8
      Overall (overall): 3.4
        expression: has(answers.b1) ? 0.6 * scores.a + 0.4 * scores.b : scores.a
          answers.b1 is 4
          scores.a is 3
          scores.b is 4
        which gives 3.4
        B1? (b1): 4 (Leading)
        A (a): 3
          mean: 3 = 3
          A1? (a1): 3 (Established), scores 3; weight 1, 100 % of the result
          Coverage 1
        B (b): 4
          mean: 4 = 4
          B1? (b1): 4 (Leading), scores 4; weight 1, 100 % of the result
          Coverage 1
        Coverage 1
      A (a): 3
        mean: 3 = 3
        A1? (a1): 3 (Established), scores 3; weight 1, 100 % of the result
        Coverage 1
      Rounded to 2 decimals, half up: 6.8 → 6.8
    "
  `);
  expect(briefly(plan, { a1: 3, b1: 4 }, 'ready')).toMatchInlineSnapshot(
    `"ready = scores.overall * ratings.a (scores.overall is 3.4, ratings.a is 2) = 6.8"`,
  );
});

test('a plugin, by its name; one that fails says how', () => {
  const of = (score: () => number) =>
    planOf(levels(2, '{ overall: { method: plugin:best, range: [1, 4] } }'), {
      plugins: new Map([['best', defineMethod({ name: 'best', describe: 'The best of all.', score })]]),
    });
  expect(
    explained(
      of(() => 4),
      responseOf({ q1: 4, q2: 1 }),
      'overall',
    ),
  ).toMatchInlineSnapshot(`
    "Overall (overall) of r-1: 4
      The best of all.
      plugin:best = 4
      D (d): 2.5; weight 1
        mean: (4 + 1) / 2 = 2.5
        Question 1? (q1): 4 (Four), scores 4; weight 1, 50 % of the result
        Question 2? (q2): 1 (One), scores 1; weight 1, 50 % of the result
        Coverage 1
      Coverage 1
      Rounded to 2 decimals, half up: 4 → 4
    "
  `);
  expect(
    explained(
      of(() => 9),
      responseOf({ q1: 4, q2: 1 }),
      'overall',
    ),
  ).toContain('outside its range of 1 to 4');
});

test('rounding after every node is shown where it happens', () => {
  const plan = planOf(levels(3, '{ round: { digits: 1, at: every_node }, overall: { method: sum } }'));
  expect(explained(plan, responseOf({ q1: 1, q2: 2, q3: 2 }), 'overall')).toMatchInlineSnapshot(`
    "Overall (overall) of r-1: 1.7
      The weighted sum, Σws. A child without a score adds nothing.
      sum: 1.7 = 1.7
      D (d): 1.7; weight 1, adds 1.7
        mean: (1 + 2 + 2) / 3 = 1.6666666666666667 → 1.7
        Question 1? (q1): 1 (One), scores 1; weight 1, 33.3 % of the result
        Question 2? (q2): 2 (Two), scores 2; weight 1, 33.3 % of the result
        Question 3? (q3): 2 (Two), scores 2; weight 1, 33.3 % of the result
        Coverage 1
      Coverage 1
      Rounded to 1 decimal, half up: 1.7 → 1.7
    "
  `);
});

test('too little coverage, and nothing that applies', () => {
  const plan = planOf(levels(3, '{ coverage: 0.5 }'));
  expect(explained(plan, responseOf({ q1: 1 }), 'd')).toMatchInlineSnapshot(`
    "D (d) of r-1: not enough answers for a score
      The weighted mean, Σws / Σw.
      mean: no score
      Question 1? (q1): 1 (One), scores 1; weight 1, 100 % of the result
      Question 2? (q2): left blank, left out (missing.unanswered: exclude); does not count
      Question 3? (q3): left blank, left out (missing.unanswered: exclude); does not count
      Coverage 0.3333, below the 0.5 that is needed: no score
      Depending on the answers that are missing it could lie between 1 and 3
    "
  `);
  const none = { q1: '?not_applicable', q2: '?not_applicable', q3: '?not_applicable' } as const;
  expect(explained(plan, responseOf(none), 'd')).toMatchInlineSnapshot(`
    "D (d) of r-1: does not apply
      The weighted mean, Σws / Σw.
      mean: no score
      Question 1? (q1): answered “not applicable”, left out (missing.not_applicable: exclude); does not count
      Question 2? (q2): answered “not applicable”, left out (missing.not_applicable: exclude); does not count
      Question 3? (q3): answered “not applicable”, left out (missing.not_applicable: exclude); does not count
    "
  `);
});

test('what users wrote steers neither a terminal nor Markdown', () => {
  const plan = planOf(`dimensions:
  - { id: d, title: "D\\e[31m", questions: [{ id: q, text: "Q <b>\\n*x*?", type: yes_no }] }
`);
  const derivation = derived(plan, responseOf({ q: true }), 'd');
  const whole = {
    plan,
    subject: 'r\u202e`1',
    wave: '',
    derivation,
    nextBand: nextBand(plan, responseOf({}), 'd'),
  };
  for (const format of ['text', 'md', 'json'] as const) {
    expect(explanationWriter(format).write(whole).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Bidi_Control}]/u,
    );
  }
  expect(explanationWriter('md').write(whole)).toContain('Q &lt;b&gt;<br>\\*x\\*?');
});
