import { describe, expect, test } from 'vitest';
import { missingRequired, resolve } from '../../src/response/resolve.js';
import type { Answer } from '../../src/response/response.js';
import { questionnaireOf } from './fixture.js';

const chain = questionnaireOf(`
profile: [{ id: size, title: Size, type: number }]
dimensions:
  - id: d
    title: D
    questions:
      - { id: a, text: A?, type: yes_no, required: true }
      - { id: b, text: B?, type: yes_no, required: true, when: answers.a }
      - { id: c, text: C?, type: yes_no, when: answers.b }
      - { id: e, text: E?, type: yes_no, when: profile.size > 10 }
`);

function outcome(answers: Readonly<Record<string, Answer>>, profile = {}) {
  const resolved = resolve(chain, { answers, profile });
  return {
    values: resolved.values,
    states: resolved.states,
    unasked: resolved.answeredNotAsked,
    missing: missingRequired(chain, resolved),
  };
}

describe('a question whose `when` is not true was not asked', () => {
  test('asked all the way down', () => {
    expect(outcome({ a: { value: true }, b: { value: true }, c: { value: false } }, { size: 11 })).toEqual({
      values: [true, true, false, undefined],
      states: ['value', 'value', 'value', 'unanswered'],
      unasked: [],
      missing: [],
    });
  });
  test('an answer to it has no value, neither for itself nor for the questions that look at it', () => {
    expect(outcome({ a: { value: false }, b: { value: true }, c: { value: true } })).toEqual({
      values: [false, undefined, undefined, undefined],
      states: ['value', 'not_asked', 'not_asked', 'not_asked'],
      unasked: [1, 2],
      missing: [],
    });
  });
  test('an undetermined `when` asks nothing, and a non-answer there is nothing to tell of', () => {
    expect(outcome({ a: { non_answer: 'dont_know' }, b: { non_answer: 'not_applicable' } })).toEqual({
      values: [undefined, undefined, undefined, undefined],
      states: ['dont_know', 'not_asked', 'not_asked', 'not_asked'],
      unasked: [],
      missing: [],
    });
  });
});

describe('a required question', () => {
  test('is missed where it was asked', () => {
    expect(outcome({ a: { value: true }, b: {} }).missing).toEqual([1]);
    expect(outcome({}).missing).toEqual([0]);
  });
  test('is satisfied by a non-answer', () => {
    expect(outcome({ a: { value: true }, b: { non_answer: 'dont_know' } }).missing).toEqual([]);
  });
});
