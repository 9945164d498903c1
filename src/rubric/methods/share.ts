import type { CombiningMethod } from './method.js';

export const share: CombiningMethod = {
  name: 'share',
  describe:
    'The share of what could be reached, Σw(s − min) / Σw(max − min), from 0 to 1, over the children’s own possible ranges.',
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
  range: () => ({ min: 0, max: 1 }),
};
