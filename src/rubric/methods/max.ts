import { listed } from './arithmetic.js';
import { pickRange } from './extremes.js';
import type { CombiningMethod } from './method.js';
import { byChoice } from './parts.js';

export const max: CombiningMethod = {
  name: 'max',
  describe: 'The highest score. Weights do not matter, but for 0.',
  combine: (scores, _weights, n) => {
    let highest = Number.NaN;
    for (let i = 0; i < n; i++)
      if (!((scores[i] ?? Number.NaN) <= highest)) highest = scores[i] ?? Number.NaN;
    return highest;
  },
  arithmetic: (children) => listed('max', children),
  parts: (children) => byChoice(children, (scores) => [Math.max(...scores)]),
  range: (children) => pickRange(children, 1),
};
