import { pickRange } from './extremes.js';
import type { CombiningMethod } from './method.js';

export const min: CombiningMethod = {
  name: 'min',
  describe: 'The lowest score: a chain is as strong as its weakest link. Weights do not matter.',
  combine: (scores, _weights, n) => {
    let lowest = Number.NaN;
    for (let i = 0; i < n; i++) if (!((scores[i] ?? Number.NaN) >= lowest)) lowest = scores[i] ?? Number.NaN;
    return lowest;
  },
  range: (children) => pickRange(children, -1),
};
