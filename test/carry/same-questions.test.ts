import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameQuestions } from '../../src/response/carry/same-questions.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { questionnaireFrom } from '../response/fixture.js';
import { first } from './fixture.js';

const asked = questionnaireFrom(first);
const ids = ['owner', 'uses', 'share', 'tools', 'own'];
const same = (yaml: string) => sameQuestions(questionnaireFrom(yaml), asked).same.map(({ id }) => id);

describe('what changes the meaning of a question', () => {
  test.each([
    ['its text', 'Who owns it?', 'Who answers for it?', 'owner'],
    ['a label of its scale', 'label: Leading', 'label: Ahead', 'owner'],
    ['a level of its scale', ', { value: 4, label: Leading }', '', 'owner'],
    ['its own words for a level', 'scale: s, ask', 'scale: s, levels: { 1: Nobody. }, ask', 'owner'],
    ['an option', '{ id: b, label: Reports }', '{ id: b, label: Papers }', 'uses'],
    [
      'one more option',
      '{ id: b, label: Reports }',
      '{ id: b, label: Reports }, { id: c, label: C }',
      'uses',
    ],
    ['a limit', 'max: 100', 'max: 99', 'share'],
    ['its unit', 'max: 100', 'max: 100, unit: percent', 'share'],
    [
      'its type',
      'text: Which share?, type: number, min: 0, max: 100',
      'text: Which share?, type: text',
      'share',
    ],
    ['who is asked', 'max: 100, minutes: 1', 'max: 100, when: "answers.owner >= 2"', 'share'],
  ])('%s', (_, before, after, changed) => {
    expect(first).toContain(before);
    const now = first.replace(before, after);
    expect(same(now)).toEqual(ids.filter((id) => id !== changed));
    expect(sameQuestions(questionnaireFrom(now), asked).changed).toEqual([changed]);
  });
});

test.each([
  ['help', 'text: Who owns it?', 'text: Who owns it?, help: Look it up.'],
  ['weight', 'text: Who owns it?', 'text: Who owns it?, weight: 3'],
  [
    'a score',
    '{ id: a, label: A catalogue }, { id: b, label: Reports }',
    '{ id: a, label: A catalogue, score: 2 }, { id: b, label: Reports, score: 1 }',
  ],
  ['what else is asked', ', ask: [evidence]', ', ask: [target]'],
  ['whether it is required', 'text: Who owns it?', 'text: Who owns it?, required: true'],
  ['where it stands', '    title: Data\n', '    title: What we know\n'],
])('%s does not change it', (_, before, after) => {
  expect(first).toContain(before);
  expect(same(first.replace(before, after))).toEqual(ids);
});

test('two versions have one digest just where all their questions are the same', () => {
  const changes = [
    ['Who owns it?', 'Who answers for it?'],
    ['label: Reports', 'label: Papers'],
    ['max: 100', 'max: 99'],
    ['max: 9 }', 'max: 9, help: Count them. }'],
    ['title: Data', 'title: What we know'],
  ] as const;
  fc.assert(
    fc.property(fc.subarray([...changes]), (chosen) => {
      const now = questionnaireFrom(
        chosen.reduce((text, [before, after]) => text.replace(before, after), first),
      );
      const isSame = sameQuestions(now, asked).same.length === ids.length;
      expect(questionnaireDigest(now) === questionnaireDigest(asked)).toBe(isSame);
    }),
  );
});
