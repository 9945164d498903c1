import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, type Metric } from '../../../src/compare/agreement/krippendorff.js';
import { withinGroup } from '../../../src/compare/agreement/within-group.js';

/** Four raters, twelve units; a point is a blank (Krippendorff 2011). */
const raters = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' '));
const units = (raters[0] ?? []).map((_, unit) =>
  raters.flatMap((rater) => (rater[unit] === '.' ? [] : [Number(rater[unit])])),
);

/** How often each of some values is among ratings. */
const countsOf = (ratings: readonly number[], values: readonly number[]): readonly number[] =>
  values.map((value) => ratings.filter((rating) => rating === value).length);
const five = [1, 2, 3, 4, 5];
const alphaOf = (all: readonly (readonly number[])[], metric: Metric, values = five) =>
  krippendorffAlpha(
    all.map((ratings) => countsOf(ratings, values)),
    values,
    metric,
  );
const within = (ratings: readonly number[]) => withinGroup(countsOf(ratings, five));

describe('within a group', () => {
  test('3, 3, 4, 4, 5 on five levels: 1 − .7/2', () => {
    const found = within([3, 3, 4, 4, 5]);
    expect(found).toMatchObject({ n: 5, lowest: 3, highest: 5, mean: 3.8 });
    expect(found?.rwg).toBeCloseTo(0.65, 12);
    expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(0.7), 12);
  });

  test('one rating agrees with nobody, and a split is less than chance', () => {
    expect(within([3])).toMatchObject({ n: 1, standardDeviation: undefined, rwg: undefined });
    expect(within([])).toBeUndefined();
    expect(within([1, 1, 5, 5])?.rwg).toBeLessThan(0);
    expect(within([2, 2, 2])?.rwg).toBe(1);
  });
});

describe("Krippendorff's alpha", () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('%s, as published', (metric, alpha) => {
    expect(alphaOf(units, metric)).toBeCloseTo(alpha, 3);
  });

  test('of ratings that are all the same, or of which none can be compared, there is none', () => {
    expect(
      alphaOf(
        [
          [3, 3],
          [3, 3, 3],
        ],
        'ordinal',
      ),
    ).toBeUndefined();
    expect(alphaOf([[1], [2], []], 'ordinal')).toBeUndefined();
  });

  test('it depends on the order of levels alone, and not on who rated', () => {
    const some = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(some, (all) => {
        const alpha = alphaOf(all, 'ordinal');
        const cubes = all.map((unit) => unit.map((value) => value ** 3).reverse());
        const spread = alphaOf(
          cubes,
          'ordinal',
          five.map((value) => value ** 3),
        );
        expect(spread === undefined).toBe(alpha === undefined);
        if (alpha !== undefined) expect(spread).toBeCloseTo(alpha, 10);
        if (alpha !== undefined) expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });
});
