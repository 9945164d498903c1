import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { functions, signature } from '../../src/expression/functions.js';
import { roundHalfUp } from '../../src/expression/round.js';
import { numberOf } from './fixture.js';

const frame = { q: 3, r: 1, tools: ['catalogue'], hosting: 'cloud' };

test.each([
  ['size([1, 2, 3])', 3],
  ['size([])', 0],
  ['size("naïve 😀")', 7],
  ['size(answers.hosting)', 5],
  ['clamp(answers.q, 0, 2)', 2],
  ['clamp(-1, 0, 2)', 0],
  ['clamp(1.5, 0, 2)', 1.5],
  ['clamp(1, 2, 0)', undefined],
  ['ln(1)', 0],
  ['log10(1000)', 3],
  ['sqrt(9)', 3],
  ['abs(-answers.q)', 3],
  ['round(2.345, 2)', 2.35],
  ['round(2.5, 0.5)', undefined],
  ['round(2.5, 400)', undefined],
  ['min([answers.q, answers.r])', 1],
  ['max([answers.q, answers.r])', 3],
  ['sum([answers.q, answers.r, 0.5])', 4.5],
  ['mean([answers.q, answers.r])', 2],
  ['count_at_least([answers.q, answers.r, 5], 3)', 2],
  ['min([])', undefined],
  ['max([])', undefined],
  ['mean([])', undefined],
  ['sum([])', 0],
  ['count_at_least([], 1)', undefined],
])('%s is %s', (text, value) => {
  expect(numberOf(text, frame)).toBe(value);
});

describe('members without a value', () => {
  test.each([
    ['mean([answers.q, answers.s, answers.r])', 2],
    ['mean([answers.s])', undefined],
    ['mean(answers.yes ? [answers.q, answers.s] : [answers.s])', 3],
    ['count_at_least([answers.q, answers.s, answers.r], 2)', 1],
    ['count_at_least([answers.s, answers.s], 2)', undefined],
    ['count_at_least([answers.q], answers.s)', undefined],
    ['sum([answers.q, answers.s])', undefined],
    ['min([answers.q, answers.s])', undefined],
    ['max([answers.q, answers.s])', undefined],
    ['size([answers.q, answers.s])', undefined],
    ['mean([answers.q, sum([answers.r, answers.s])])', 3],
    ['clamp(answers.q, answers.s, 5)', undefined],
    ['round(answers.s, 1)', undefined],
  ])('%s is %s', (text, value) => {
    expect(numberOf(text, { q: 3, r: 1, yes: true })).toBe(value);
  });
});

describe('rounding', () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-2.675, 2, -2.68],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [1.5, 0, 2],
    [1.4999, 0, 1],
    [0.05, 1, 0.1],
    [0.04, 1, 0],
    [-0.04, 1, 0],
    [0.004, 1, 0],
    [9.995, 2, 10],
    [999.5, 0, 1000],
    [1250, -2, 1300],
    [49, -2, 0],
    [0.1 + 0.2, 15, 0.3],
    [1e300, 2, 1e300],
    [1e-300, 2, 0],
    [123456789.125, 2, 123456789.13],
    [0, 2, 0],
  ])('%d to %d digits is %d', (value, digits, rounded) => {
    expect(roundHalfUp(value, digits)).toBe(rounded);
  });

  test('is near, symmetrical, and done once', () => {
    const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 5 }), (value, digits) => {
        const rounded = roundHalfUp(value, digits);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-5);
        expect(roundHalfUp(-value, digits) + rounded).toBe(0);
        expect(roundHalfUp(rounded, digits)).toBe(rounded);
      }),
    );
  });

  test('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandths) => {
        const half = thousandths < 0 ? -5 : 5;
        const hundredths = Math.trunc((thousandths + half) / 10);
        expect(roundHalfUp(thousandths / 1000, 2)).toBe(hundredths / 100 + 0);
      }),
    );
  });
});

test('every function is described', () => {
  for (const fn of functions.values()) {
    expect(fn.doc).toMatch(/\.$/);
    expect(fn.body.arity).toBe(fn.parameters.length);
  }
  expect([...functions.values()].map(signature)).toEqual([
    'size(x)',
    'ln(x)',
    'log10(x)',
    'sqrt(x)',
    'abs(x)',
    'round(x, digits)',
    'clamp(x, lo, hi)',
    'min(list)',
    'max(list)',
    'sum(list)',
    'mean(list)',
    'count_at_least(list, x)',
  ]);
});
