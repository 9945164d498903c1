import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, decimals, fixed } from '../../src/export/text/decimal.js';

test.each([
  [2.5, '2.5'],
  [-0, '0'],
  [100, '100'],
  [1e-7, '0.0000001'],
  [-1.25e-9, '-0.00000000125'],
  [1e21, '1000000000000000000000'],
  [1.5e300, `15${'0'.repeat(299)}`],
  [Number.NaN, ''],
  [Number.POSITIVE_INFINITY, ''],
])('%d is written %s', (value, written) => {
  expect(decimal(value)).toBe(written);
});

test('many figures are written as each by itself, again and again', () => {
  const figure = fc.oneof(
    fc.double(),
    fc.integer().map((hundredths) => hundredths / 100),
  );
  fc.assert(
    fc.property(fc.array(figure), (figures) => {
      const write = decimals();
      const twice = [...figures, ...figures];
      expect(twice.map(write)).toEqual(twice.map(decimal));
    }),
  );
});

test('with decimals fixed, figures stand in line', () => {
  expect([2.5, -0, 100].map((value) => fixed(value, 2))).toEqual(['2.50', '0.00', '100.00']);
  expect(fixed(2.5, undefined)).toBe('2.5');
  expect(fixed(1e21, 1)).toBe('1000000000000000000000');
});
