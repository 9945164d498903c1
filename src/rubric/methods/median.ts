import { hull } from '../range.js';
import { listed } from './arithmetic.js';
import type { CombiningMethod } from './method.js';
import { byChoice } from './parts.js';

export const median: CombiningMethod = {
  name: 'median',
  describe:
    'The middle score; of an even count the mean of the middle two. Weights do not matter, but for 0.',
  combine: (scores, _weights, n) => (n === 0 ? Number.NaN : middle(Array.from(scores).slice(0, n))),
  arithmetic: (children) => listed('median', children),
  parts: (children) => byChoice(children, middleTwo),
  range: (children) => {
    if (children.some((child) => child.optional)) return hull(children.map((child) => child.range));
    return {
      min: middle(children.map((child) => child.range.min)),
      max: middle(children.map((child) => child.range.max)),
    };
  },
};

function middle(scores: readonly number[]): number {
  const [lower = Number.NaN, upper = lower] = middleTwo(scores);
  return lower === upper ? upper : (lower + upper) / 2;
}

/** The score in the middle, or the two of an even count. */
function middleTwo(scores: readonly number[]): readonly number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
}
