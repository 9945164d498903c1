import { hull } from '../range.js';
import type { CombiningMethod } from './method.js';

export const median: CombiningMethod = {
  name: 'median',
  describe: 'The middle score; of an even count the mean of the middle two. Weights do not matter.',
  combine: (scores, _weights, n) => (n === 0 ? Number.NaN : middle(Array.from(scores).slice(0, n))),
  range: (children) => {
    if (children.some((child) => child.optional)) return hull(children.map((child) => child.range));
    return {
      min: middle(children.map((child) => child.range.min)),
      max: middle(children.map((child) => child.range.max)),
    };
  },
};

function middle(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}
