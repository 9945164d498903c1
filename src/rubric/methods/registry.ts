import { geometricMean } from './geometric-mean.js';
import { harmonicMean } from './harmonic-mean.js';
import { max } from './max.js';
import { mean } from './mean.js';
import { median } from './median.js';
import type { CombiningMethod } from './method.js';
import { min } from './min.js';
import { share } from './share.js';
import { sum } from './sum.js';

/** Every method that combines children's scores by a formula. `staged` and `expression` look at single members instead. */
export const combiningMethods: readonly CombiningMethod[] = [
  mean,
  sum,
  share,
  min,
  max,
  median,
  geometricMean,
  harmonicMean,
];

export function combiningMethod(name: string): CombiningMethod | undefined {
  return combiningMethods.find((method) => method.name === name);
}
