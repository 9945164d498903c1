import { expect, test } from 'vitest';
import { dependencies } from '../../../src/compare/suppression/reader/dependencies.js';

/** Figures as sums of the questions 0, 1, 2, 3. */
const half = (first: number, second: number) =>
  new Map([
    [first, 0.5],
    [second, 0.5],
  ]);

test('the mean of two pools of two is the mean of all four', () => {
  const overall = new Map([0, 1, 2, 3].map((question) => [question, 0.25]));
  expect(dependencies([half(0, 1), half(2, 3), overall])).toEqual([
    [
      { of: 2, factor: 1 },
      { of: 0, factor: -0.5 },
      { of: 1, factor: -0.5 },
    ],
  ]);
});

test('three pools tell a fourth across dimensions and themes', () => {
  // Dimensions 01 and 23, themes 02 and 13.
  const [dependency, ...others] = dependencies([half(0, 1), half(2, 3), half(0, 2), half(1, 3)]);
  expect(others).toEqual([]);
  expect(new Map(dependency?.map(({ of, factor }) => [of, factor]))).toEqual(
    new Map([
      [0, -1],
      [1, -1],
      [2, 1],
      [3, 1],
    ]),
  );
});

test('what shares questions without being made of one another tells nothing', () => {
  expect(dependencies([half(0, 1), half(1, 2), half(2, 3)])).toEqual([]);
});

test('the same figure twice is told twice', () => {
  expect(dependencies([half(0, 1), half(0, 1)])).toHaveLength(1);
});
