import { expect, test } from 'vitest';
import { measure, readingEase } from '../../src/questionnaire/statistics/reading-ease.js';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

test('a known sentence: six words of one syllable have 206.835 − 1.015 × 6 − 84.6 × 1 = 116.145', () => {
  const measured = measure(['The cat sat on the mat.']);
  expect(measured).toEqual({ words: 6, sentences: 1, syllables: 6 });
  expect(readingEase(measured)).toBeCloseTo(116.145, 10);
});

test('a known harder one: 13 words, 24 syllables, so 206.835 − 1.015 × 13 − 84.6 × 24 / 13 = 37.455', () => {
  const measured = measure([
    'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
  ]);
  expect(measured).toEqual({ words: 13, sentences: 1, syllables: 24 });
  expect(readingEase(measured)).toBeCloseTo(37.455, 3);
});

test('texts are told apart though they end without a full stop', () => {
  expect(measure(['Is it so', 'Yes it is']).sentences).toBe(2);
  expect(readingEase(measure(['', ' … ']))).toBeUndefined();
});

const easeOf = async (language: string, text: string) => {
  const { out } = await milepost('check q.yaml --stats --format json', {
    files: {
      'q.yaml': questionnaire(`language: ${language}
dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: ${text}, type: yes_no }
`),
    },
  });
  return JSON.parse(out).files[0].statistics.questions[0].reading_ease;
};
const fifteen = 'The cat sat on the mat and the dog sat on the log by it.';

test('it is measured in English, from fifteen words on', async () => {
  expect(await easeOf('en-GB', fifteen)).toBe(107);
  expect(await easeOf('de', fifteen)).toBeNull();
  expect(await easeOf('en', 'The cat sat on the mat.')).toBeNull();
});
