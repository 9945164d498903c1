import { added, figure, times } from './arithmetic.js';
import type { CombiningMethod } from './method.js';
import { byAmount } from './parts.js';

export const sum: CombiningMethod = {
  name: 'sum',
  describe: 'The weighted sum, Σws. A child without a score adds nothing.',
  combine: (scores, weights, n) => {
    if (n === 0) return Number.NaN;
    let total = 0;
    for (let i = 0; i < n; i++) total += (weights[i] ?? 0) * (scores[i] ?? 0);
    return total;
  },
  arithmetic: (children) => added(children.map(({ score, weight }) => times(weight, figure(score)))),
  parts: (children) => byAmount(children, ({ score, weight }) => weight * score),
  range: (children) => {
    let min = 0;
    let max = 0;
    for (const { weight, range, optional } of children) {
      min += weight * (optional ? Math.min(range.min, 0) : range.min);
      max += weight * (optional ? Math.max(range.max, 0) : range.max);
    }
    return { min, max };
  },
};
