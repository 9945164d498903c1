import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/compare/agreement/krippendorff.js';
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

describe('within a group', () => {
  test('3, 3, 4, 4, 5 on five levels: 1 − .7/2', () => {
    const found = withinGroup([3, 3, 4, 4, 5], 5);
    expect(found).toMatchObject({ n: 5, lowest: 3, highest: 5, mean: 3.8 });
    expect(found?.rwg).toBeCloseTo(0.65, 12);
    expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(0.7), 12);
  });

  test('one rating agrees with nobody, and a split is less than chance', () => {
    expect(withinGroup([3], 5)).toMatchObject({ n: 1, standardDeviation: undefined, rwg: undefined });
    expect(withinGroup([], 5)).toBeUndefined();
    expect(withinGroup([1, 1, 5, 5], 5)?.rwg).toBeLessThan(0);
    expect(withinGroup([2, 2, 2], 5)?.rwg).toBe(1);
  });
});

describe("Krippendorff's alpha", () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('%s, as published', (metric, alpha) => {
    expect(krippendorffAlpha(units, metric)).toBeCloseTo(alpha, 3);
  });

  test('of ratings that are all the same, or of which none can be compared, there is none', () => {
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3, 3],
        ],
        'ordinal',
      ),
    ).toBeUndefined();
    expect(krippendorffAlpha([[1], [2], []], 'ordinal')).toBeUndefined();
  });

  test('it depends on the order of levels alone, and not on who rated', () => {
    const some = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(some, (all) => {
        const alpha = krippendorffAlpha(all, 'ordinal');
        const spread = krippendorffAlpha(
          all.map((unit) => unit.map((value) => value ** 3).reverse()),
          'ordinal',
        );
        expect(spread === undefined).toBe(alpha === undefined);
        if (alpha !== undefined) expect(spread).toBeCloseTo(alpha, 10);
        if (alpha !== undefined) expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });
});
