import type { Range } from '../../../rubric/range.js';

/**
 * What a figure can have been that was printed with so many digits, or with as many as it has where they were more then; halves that a computer
 * has a little less of among them.
 */
export function printedRange(printed: number, digits: number): Range {
  const [, decimals = ''] = String(printed).split('.');
  const half = 0.5 * 10 ** -Math.max(digits, decimals.length) + 1e-9;
  return { min: printed - half, max: printed + half };
}
