import { figure, grouped, totalWeight } from './arithmetic.js';
import { meanRange } from './extremes.js';
import type { CombiningMethod } from './method.js';
import { byWeight } from './parts.js';

export const harmonicMean: CombiningMethod = {
  name: 'harmonic_mean',
  describe: 'The weighted harmonic mean, Σw / Σ(w/s); a single 0 makes it 0.',
  needsNonNegative: true,
  combine: (scores, weights, n) => {
    let inverses = 0;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const w = weights[i] ?? 0;
      if (w === 0) continue;
      if (scores[i] === 0) return 0;
      inverses += w / (scores[i] ?? Number.NaN);
      total += w;
    }
    return total === 0 ? Number.NaN : total / inverses;
  },
  arithmetic: (children) => {
    const weighted = children.filter(({ weight }) => weight !== 0);
    if (weighted.some(({ score }) => score === 0)) return '0';
    const inverses = weighted.map(({ score, weight }) => `${figure(weight)} / ${figure(score)}`);
    const below = inverses.length > 1 ? grouped(inverses) : `(${inverses[0]})`;
    return `${figure(totalWeight(weighted))} / ${below}`;
  },
  parts: byWeight,
  range: (children) =>
    meanRange(
      children,
      (score) => -1 / score,
      (mean) => -1 / mean,
    ),
};
