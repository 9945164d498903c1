import { figure, grouped, times } from './arithmetic.js';
import type { CombiningMethod, CountedChild } from './method.js';
import { byAmount } from './parts.js';

export const share: CombiningMethod = {
  name: 'share',
  describe:
    'The share of what could be reached, Σw(s − min) / Σw(max − min), from 0 to 1, over the children’s own possible ranges.',
  readsRanges: true,
  combine: (scores, weights, n, ranges) => {
    let reached = 0;
    let possible = 0;
    for (let i = 0; i < n; i++) {
      const range = ranges[i];
      if (range === undefined) continue;
      reached += (weights[i] ?? 0) * ((scores[i] ?? 0) - range.min);
      possible += (weights[i] ?? 0) * (range.max - range.min);
    }
    return possible === 0 ? Number.NaN : reached / possible;
  },
  arithmetic: (children) => {
    const reached = children.map((child) => times(child.weight, above(child.score, child)));
    const possible = children.map((child) => times(child.weight, above(child.range.max, child)));
    return `${grouped(reached)} / ${isSingle(possible) ? `(${possible[0]})` : grouped(possible)}`;
  },
  parts: (children) => {
    const possible = children.reduce((sum, { weight, range }) => sum + weight * (range.max - range.min), 0);
    return byAmount(children, ({ score, weight, range }) => (weight * (score - range.min)) / possible);
  },
  range: () => ({ min: 0, max: 1 }),
};

/** How far a figure lies above the least that the child can have. */
function above(x: number, { range }: CountedChild): string {
  return range.min === 0 ? figure(x) : `(${figure(x)} − ${figure(range.min)})`;
}

/** A product that stands alone below a division needs brackets of its own. */
function isSingle(terms: readonly string[]): boolean {
  return terms.length === 1 && terms[0]?.includes('×') === true;
}
