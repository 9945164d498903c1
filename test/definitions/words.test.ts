import { expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { check, errors } from './valid.js';

// What stands in a returned cell must mean one thing: an answer, or one of the non-answers.

const asking = (top: string, question: string) =>
  questionnaire(`${top}
dimensions:
  - id: d
    title: D
    questions:
      - ${question}
`);

const yesNo = '{ id: q1, text: Q1?, type: yes_no }';

test('the questionnaire’s own words for a non-answer', async () => {
  expect(
    await errors(asking('non_answer_words: { dont_know: [Not sure], unanswered: ["-"] }', yesNo)),
  ).toEqual([]);
});

test('a word of two non-answers', async () => {
  const words = 'non_answer_words: { dont_know: [Pass], refused: [pass] }';
  expect(await errors(asking(words, yesNo))).toMatchInlineSnapshot(`
    [
      "q.yaml:8:50 word-means-two: "pass" is to be read as \`refused\`, but is already read as \`dont_know\`",
    ]
  `);
});

test('a word that always means another non-answer', async () => {
  expect(await errors(asking('non_answer_words: { refused: [N/A] }', yesNo))).toMatchInlineSnapshot(`
    [
      "q.yaml:8:31 word-means-two: "N/A" is to be read as \`refused\`, but is already read as \`not_applicable\`",
    ]
  `);
});

test('a word for a non-answer that answers a yes_no question', async () => {
  const words = 'non_answer_words: { unanswered: ["0"] }';
  expect(await errors(asking(words, yesNo))).toMatchInlineSnapshot(`
    [
      "q.yaml:8:34 word-means-two: "0" is to be read as \`unanswered\`, but is already read as \`no\`",
    ]
  `);
  expect(await errors(asking(words, '{ id: q1, text: Q1?, type: number }'))).toEqual([]);
});

test('a word for a non-answer that is a level’s value', async () => {
  const top = `non_answer_words: { unanswered: ["0"] }
scales: { s: { levels: [{ value: 0, label: None }, { value: 1, label: Some }] } }`;
  expect(await errors(asking(top, '{ id: q1, text: Q1?, scale: s }'))).toMatchInlineSnapshot(`
    [
      "q.yaml:9:34 reads-as-non-answer: the level value "0" would be read as \`unanswered\`",
    ]
  `);
});

test('barriers asked for where there are none is a warning', async () => {
  const found = await check(asking('', '{ id: q1, text: Q1?, type: yes_no, ask: [barriers] }'));
  const warnings = found.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
  expect(warnings).toContain('`q1` asks for barriers, and there are none to choose from');
});
