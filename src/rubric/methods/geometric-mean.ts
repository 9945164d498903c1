import { figure, grouped, times, totalWeight } from './arithmetic.js';
import { meanRange } from './extremes.js';
import type { CombiningMethod } from './method.js';
import { byWeight } from './parts.js';

export const geometricMean: CombiningMethod = {
  name: 'geometric_mean',
  describe: 'The weighted geometric mean, exp(Σw ln s / Σw); a single 0 makes it 0.',
  needsNonNegative: true,
  combine: (scores, weights, n) => {
    let logs = 0;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const w = weights[i] ?? 0;
      if (w === 0) continue;
      if (scores[i] === 0) return 0;
      logs += w * Math.log(scores[i] ?? Number.NaN);
      total += w;
    }
    return total === 0 ? Number.NaN : Math.exp(logs / total);
  },
  arithmetic: (children) => {
    const weighted = children.filter(({ weight }) => weight !== 0);
    if (weighted.some(({ score }) => score === 0)) return '0';
    const logs = weighted.map(({ score, weight }) => times(weight, `ln ${figure(score)}`));
    return `exp(${grouped(logs)} / ${figure(totalWeight(weighted))})`;
  },
  parts: byWeight,
  range: (children) => meanRange(children, Math.log, Math.exp),
};
