import type { Path } from '../../../finding/finding.js';
import { reportMixedRanges } from '../../checks/while-planning/mixed-ranges.js';
import { reportNothingScored } from '../../checks/while-planning/nothing-scored.js';
import { weighty } from '../../methods/arithmetic.js';
import type { CombiningMethod } from '../../methods/method.js';
import type { Frame } from '../../plan.js';
import type { MadeChild, NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';
import { rangedChildren, scaledChildren } from './child-ranges.js';
import { type MadeMethod, reportedBelow, unusable } from './made-method.js';

export function makeCombining(
  method: CombiningMethod,
  outline: NodeOutline,
  context: RubricContext,
): MadeMethod {
  const { children, id } = outline;
  const below = reportedBelow(outline);
  const ranged = rangedChildren(outline, context);
  if (ranged === undefined) return { ...unusable('range-needed'), method: { kind: 'combining', method } };
  const counted = weighty(children);
  if (ranged.length === 0) {
    reportNothingScored(outline, context);
    return unusable('nothing-scored');
  }
  const reported = [...below];
  const min = Math.min(...weighty(ranged).map((child) => child.range.min));
  if (method.needsNonNegative === true && min < 0 && !below.includes('negative-under-mean')) {
    context.reportOnce('negative-under-mean', methodPath(outline), { method: method.name, node: id, min });
    reported.push('negative-under-mean');
  }
  reported.push(...reportMixedRanges(method, outline, context));
  const scaled = scaledChildren(outline);
  return {
    method: { kind: 'combining', method },
    evaluate: combine(method, counted),
    range: method.range(weighty(ranged)),
    scale: scaled === undefined ? undefined : method.range(weighty(scaled)),
    optional: counted.every((child) => child.optional),
    bounded: counted.every((child) => child.bounded),
    reported,
  };
}

function methodPath({ entry, path }: NodeOutline): Path {
  return entry.method === undefined ? ['method'] : [...path, 'method'];
}

/** Gathers the children that have a score, in file order, and combines them; those of weight 0 do not count. */
function combine(method: CombiningMethod, children: readonly MadeChild[]): (frame: Frame) => number {
  const n = children.length;
  const slots = Int32Array.from(children, (child) => child.slot);
  const weights = Float64Array.from(children, (child) => child.weight);
  const ranges = children.map((child) => child.range ?? { min: 0, max: 0 });
  const someScores = new Float64Array(n);
  const someWeights = new Float64Array(n);
  return (frame) => {
    const { scores } = frame;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const score = scores[slots[i] ?? 0] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      someScores[count] = score;
      someWeights[count] = weights[i] ?? 0;
      count++;
    }
    if (count === n) return method.combine(someScores, weights, n, ranges);
    if (count === 0) return Number.NaN;
    const someRanges =
      method.readsRanges === true
        ? ranges.filter((_, i) => !Number.isNaN(scores[slots[i] ?? 0] ?? Number.NaN))
        : ranges;
    return method.combine(someScores, someWeights, count, someRanges);
  };
}
