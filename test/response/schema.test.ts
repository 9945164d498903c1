import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankAnswer } from '../../src/response/response.js';
import { completeResponseSchema, responseSchema } from '../../src/response/schema/schema.js';
import { questionnaireOf, survey } from './fixture.js';

const options = { formats: { date: true as const }, strictTypes: false };
const accepts = new Ajv2020(options).compile(responseSchema(survey));
const acceptsComplete = new Ajv2020(options).compile(completeResponseSchema(survey));

function response(answers: object, more: object = {}) {
  return {
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'r-1',
    profile: { organisation: 'Northbridge' },
    answers: { owner: { value: 3 }, ...answers },
    ...more,
  };
}

describe('accepted', () => {
  test.each([
    ['a value', {}],
    ['a permitted non-answer to a required question', { owner: { non_answer: 'dont_know' } }],
    ['a blank', { published: {} }],
    ['a blank with a note', { published: { note: 'Ask again.' } }],
    [
      'follow-ups that are asked',
      { owner: { value: 2, target: 4, barriers: ['skills'], confidence: 'low', share: 'yes' } },
    ],
    ['votes', { owner: { value: 2, votes: [1, 2, 2, 'dont_know'], dissent: 'It is a 1.' } }],
    ['several options', { tools: { value: ['catalogue', 'quality'] } }],
  ])('%s', (_, answers) => expect(accepts(response(answers))).toBe(true));
  test('a blank required question that is to be asked again', () => {
    const again = { owner: { because: 'changed', version: '0.9.0', was: { value: 7 } } };
    expect(accepts(response({ owner: {} }, { ask_again: again }))).toBe(true);
    expect(accepts(response({ owner: {} }, { ask_again: { published: { because: 'changed' } } }))).toBe(
      false,
    );
  });
});

describe('refused', () => {
  test.each([
    ['a level that the scale has not', { owner: { value: 5 } }],
    ['a label for a value', { owner: { value: 'Established' } }],
    ['a blank required question', { owner: { note: 'Ask again.' } }],
    ['a non-answer that is not permitted', { share: { non_answer: 'dont_know' } }],
    ['a value and a non-answer', { owner: { value: 3, non_answer: 'dont_know' } }],
    ['an option that stands alone with another', { tools: { value: ['none', 'quality'] } }],
    ['an option twice', { tools: { value: ['quality', 'quality'] } }],
    ['a follow-up that is not asked', { published: { value: true, target: 4 } }],
    ['a question that there is not', { ownership: { value: 3 } }],
    ['the name of a prototype', { constructor: { value: 3 } }],
    ['an answer that is no object', { owner: 3 }],
  ])('%s', (_, answers) => expect(accepts(response(answers))).toBe(false));
  test('a key that no response has', () => expect(accepts(response({}, { answer: {} }))).toBe(false));
  test('a profile without a field that is required', () =>
    expect(accepts(response({}, { profile: {} }))).toBe(false));
  test('`__proto__` as a question', () => {
    const smuggled: unknown = JSON.parse('{ "owner": { "value": 3 }, "__proto__": { "value": 1 } }');
    expect(accepts(response({}, { answers: smuggled }))).toBe(false);
  });
});

test('of a complete response, the schema of complete ones says the same', () => {
  const answer = fc.oneof(
    fc.record({ value: fc.oneof(fc.constantFrom(1, 3, 5, true, 'own', 'AB1'), fc.constant(['catalogue'])) }),
    fc.record({ non_answer: fc.constantFrom('dont_know', 'refused') }),
    fc.constant({}),
    fc.constant({ note: 'n' }),
  );
  const blank = Object.fromEntries(survey.questions.map(({ id }) => [id, blankAnswer]));
  const ids = fc.constantFrom(...survey.questions.map(({ id }) => id), 'stranger');
  fc.assert(
    fc.property(fc.dictionary(ids, answer, { maxKeys: 4 }), (answers) => {
      const complete = response({ ...blank, owner: { value: 3 }, ...answers });
      expect(acceptsComplete(complete)).toBe(accepts(complete));
    }),
  );
});

test('questions that take the same answers share a definition', () => {
  const { $defs = {}, properties = {} } = responseSchema(
    questionnaireOf(`
dimensions: [{ id: d, title: D, questions: [{ id: a, text: A?, type: yes_no }, { id: b, text: B?, type: yes_no, help: Look. }, { id: c, text: C?, type: number }] }]
`),
  );
  expect(Object.keys($defs)).toEqual(['answer_1', 'answer_2', 'carried', 'ask_again', 'adjustment', 'said']);
  expect(properties.answers).toMatchObject({
    properties: { a: { title: 'A?' }, b: { title: 'B?', description: 'Look.' } },
  });
});
