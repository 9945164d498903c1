import { weightedMean } from '../numerics.js';
import { meanRange } from './extremes.js';
import type { CombiningMethod } from './method.js';

export const mean: CombiningMethod = {
  name: 'mean',
  describe: 'The weighted mean, Σws / Σw.',
  combine: weightedMean,
  range: (children) => meanRange(children),
};
