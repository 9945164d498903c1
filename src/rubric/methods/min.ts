import { listed } from './arithmetic.js';
import { pickRange } from './extremes.js';
import type { CombiningMethod } from './method.js';
import { byChoice } from './parts.js';

export const min: CombiningMethod = {
  name: 'min',
  describe: 'The lowest score: a chain is as strong as its weakest link. Weights do not matter, but for 0.',
  combine: (scores, _weights, n) => {
    let lowest = Number.NaN;
    for (let i = 0; i < n; i++) if (!((scores[i] ?? Number.NaN) >= lowest)) lowest = scores[i] ?? Number.NaN;
    return lowest;
  },
  arithmetic: (children) => listed('min', children),
  parts: (children) => byChoice(children, (scores) => [Math.min(...scores)]),
  range: (children) => pickRange(children, -1),
};
