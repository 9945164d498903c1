import { weightedMean } from '../numerics.js';
import { figure, grouped, isUnweighted } from './arithmetic.js';
import { meanRange } from './extremes.js';
import type { CombiningMethod } from './method.js';
import { byWeight } from './parts.js';

export const mean: CombiningMethod = {
  name: 'mean',
  describe: 'The weighted mean, Σws / Σw.',
  combine: weightedMean,
  arithmetic: (children) => {
    if (isUnweighted(children)) {
      const sum = grouped(children.map(({ score }) => figure(score)));
      return children.length === 1 ? sum : `${sum} / ${children.length}`;
    }
    const sum = grouped(children.map(({ score, weight }) => `${figure(weight)} × ${figure(score)}`));
    return `${sum} / ${grouped(children.map(({ weight }) => figure(weight)))}`;
  },
  parts: byWeight,
  range: (children) => meanRange(children),
};
