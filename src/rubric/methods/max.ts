import { pickRange } from './extremes.js';
import type { CombiningMethod } from './method.js';

export const max: CombiningMethod = {
  name: 'max',
  describe: 'The highest score. Weights do not matter.',
  combine: (scores, _weights, n) => {
    let highest = Number.NaN;
    for (let i = 0; i < n; i++)
      if (!((scores[i] ?? Number.NaN) <= highest)) highest = scores[i] ?? Number.NaN;
    return highest;
  },
  range: (children) => pickRange(children, 1),
};
