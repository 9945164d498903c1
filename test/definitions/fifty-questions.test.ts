import { expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { errors } from './valid.js';

/** Fifty questions of three types, each a line of its own from the 13th on. */
const questions = Array.from({ length: 50 }, (_, i) => {
  const id = `q${i + 1}`;
  if (i % 3 === 0) return `      - { id: ${id}, text: Question ${i + 1}?, scale: four }`;
  if (i % 3 === 1) return `      - { id: ${id}, text: Question ${i + 1}?, type: number, min: 0, max: 10 }`;
  return `      - { id: ${id}, text: Question ${i + 1}?, type: choice, options: [{ id: a, label: A }, { id: b, label: B }] }`;
});

const definition = (lines: readonly string[]) =>
  questionnaire(`scales: { four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }] } }
dimensions:
  - id: d
    title: D
    questions:
${lines.join('\n')}
`);

test('fifty questions without a mistake', async () => {
  expect(await errors(definition(questions))).toEqual([]);
});

test.each([
  ['scale: four', 'scael: four', 'unknown key `scael`; did you mean `scale`?'],
  ['max: 10', 'maxx: 10', 'unknown key `maxx`; did you mean `max`?'],
  ['options: [', 'optoins: [', 'unknown key `optoins`; did you mean `options`?'],
  ['label: B', 'lable: B', 'unknown key `lable`; did you mean `label`?'],
  ['type: number', 'typ: number', 'unknown key `typ`; did you mean `type`?'],
  ['text: ', 'question: ', 'unknown key `question`; did you mean `text`?'],
])('one of them has `%s` as `%s`', async (from, to, message) => {
  const at = questions.findIndex((line, i) => i >= 20 && line.includes(from));
  const line = questions[at] ?? '';
  const lines = questions.with(at, line.replace(from, to));
  const column = line.indexOf(from) + 1;
  expect(await errors(definition(lines))).toEqual([`q.yaml:${at + 13}:${column} unknown-key: ${message}`]);
});
