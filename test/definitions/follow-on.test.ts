import { expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { check, edited, errors, valid } from './valid.js';

// What only follows from an error is not told: not where the broken thing is used, and not about what is left.

test('a question that is broken is used in conditions, the rubric and examples', async () => {
  const { text } = edited('            type: yes_no\n', '            type: tick_box\n');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:85:19 unknown-word: \`type\` is "tick_box"; allowed: \`level\`, \`yes_no\`, \`choice\`, \`choices\`, \`number\`, \`text\` or \`date\`",
    ]
  `);
});

test('a grid that is broken is used by one of its items', async () => {
  const { text } = edited(
    '            scale: maturity\n            items:',
    '            scale: 4\n            items:',
  );
  const used = text.replace(
    '          - id: other_text\n',
    '          - id: other_text\n            when: answers.online_parts_pay >= 2\n',
  );
  expect(await errors(used)).toMatchInlineSnapshot(`
    [
      "q.yaml:95:20 wrong-type: \`scale\` is a number where a text is needed",
    ]
  `);
});

test('the only question of a dimension is broken, and the rubric and a theme name the dimension', async () => {
  const text = questionnaire(`themes: [{ id: people, title: People }]
dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: none, max: 4, themes: [people] }
  - id: b
    title: B
    questions:
      - { id: b1, text: B1?, type: number, min: 0, max: 4 }
rubric:
  dimensions: { a: { weight: 2 } }
  indices: [{ id: both, title: Both, score: scores.a + scores.b + scores.people }]
  gates: [{ on: a, if: scores.b < 1, cap: 1, because: B comes first. }]
`);
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:13:49 wrong-type: \`min\` is a text where a number is needed",
    ]
  `);
});

test('the only question of all is broken', async () => {
  const text = questionnaire(`dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: none, max: 4 }
rubric: { dimensions: { a: { weight: 2 } } }
`);
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:12:49 wrong-type: \`min\` is a text where a number is needed",
    ]
  `);
});

test('a scale is broken that every question has', async () => {
  const { text } = edited('{ value: 4, label: Leading }', '{ value: 4 }');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:27:9 missing-key: this level needs the key \`label\`",
    ]
  `);
});

test('a scale cannot tell answers apart', async () => {
  const levels = '{ value: 1, label: One, score: 0 }, { value: 2, label: Two, score: 0 }';
  const text = questionnaire(`scales: { flat: { levels: [${levels}] } }
dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, scale: flat, levels: { 1: Not yet, 2: Done } }
      - { id: a2, text: A2?, scale: flat, when: answers.a1 >= 2 }
rubric: { range: [0, 100] }
`);
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:8:28 no-spread: the scale \`flat\` gives every answer the same score",
    ]
  `);
});

test.each([
  ['a range the wrong way round', 'range: [0, 100]', 'range: [100, 0]', 'range-empty'],
  ['a range of one figure', 'range: [0, 100]', 'range: [0]', 'out-of-limits'],
  ['a range that is a text', 'range: [0, 100]', 'range: 0-100', 'wrong-type'],
  ['a licence that is empty', 'licence: CC-BY-4.0', 'licence: ""', 'out-of-limits'],
  ['a condition that is a number', 'when: answers.data_owner >= 2', 'when: 1', 'wrong-type'],
  [
    'a score for an option that there is not',
    '  range: [0, 100]',
    '  range: [0, 100]\n  questions: { data_hosting: { scores: { own: 1, clod: 2 } } }',
    'rubric-unknown-answer',
  ],
  [
    'a method that the scores do not suit',
    'data: { method: min }',
    'data: { method: geometric_mean, missing: { dont_know: -1 } }',
    'negative-under-mean',
  ],
])('%s is all that is told, warnings included', async (_, from, to, rule) => {
  const before = (await check(valid)).map((found) => found.rule);
  const after = (await check(edited(from, to).text)).map((found) => found.rule);
  expect(after.filter((found) => !before.includes(found))).toEqual([rule]);
});

test('every question of a long list has the same mistake: each is told, once', async () => {
  const questions = Array.from(
    { length: 3000 },
    (_, i) => `      - { id: q${i}, text: Question ${i}?, typ: yes_no }`,
  );
  const found = await errors(
    questionnaire(`dimensions:\n  - id: a\n    title: A\n    questions:\n${questions.join('\n')}\n`),
  );
  expect(found).toHaveLength(3000);
  expect(found[0]).toMatchInlineSnapshot(
    `"q.yaml:12:38 unknown-key: unknown key \`typ\`; did you mean \`type\`?"`,
  );
  expect(found[2999]).toContain('q.yaml:3011:');
});
