import type { Range } from '../range.js';
import type { RangedChild } from './method.js';

/**
 * The range of a weighted mean whose optional children may drop out: the highest keeps every child that must count
 * and those optional ones that lift the mean, best first; the lowest likewise. `f` carries a score to the scale
 * on which the mean is arithmetic (the logarithm for a geometric one), `back` returns.
 */
export function meanRange(
  children: readonly RangedChild[],
  f: (score: number) => number = (x) => x,
  back: (mean: number) => number = (x) => x,
): Range {
  const ends = [
    extreme(children, (child) => f(child.range.max), 1),
    extreme(children, (child) => f(child.range.min), -1),
  ].map(back);
  return { min: Math.min(...ends), max: Math.max(...ends) };
}

function extreme(
  children: readonly RangedChild[],
  end: (child: RangedChild) => number,
  direction: 1 | -1,
): number {
  const counted = children.filter((child) => child.weight > 0);
  let sum = 0;
  let total = 0;
  for (const child of counted) {
    if (child.optional) continue;
    sum += child.weight * end(child);
    total += child.weight;
  }
  const optional = counted.filter((child) => child.optional).sort((a, b) => direction * (end(b) - end(a)));
  for (const child of optional) {
    if (total > 0 && direction * (end(child) - sum / total) <= 0) break;
    sum += child.weight * end(child);
    total += child.weight;
  }
  return sum / total;
}

/** The range of a method that picks among its children (`min`: `direction` −1, `max`: 1), some of which may drop out. */
export function pickRange(children: readonly RangedChild[], direction: 1 | -1): Range {
  const far = children.map((child) => (direction === 1 ? child.range.max : child.range.min));
  const near = (child: RangedChild) => (direction === 1 ? child.range.min : child.range.max);
  const needed = children.filter((child) => !child.optional).map(near);
  const farEnd = direction === 1 ? Math.max(...far) : Math.min(...far);
  const all = children.map(near);
  const nearEnd =
    needed.length > 0
      ? direction === 1
        ? Math.max(...needed)
        : Math.min(...needed)
      : direction === 1
        ? Math.min(...all)
        : Math.max(...all);
  return direction === 1 ? { min: nearEnd, max: farEnd } : { min: farEnd, max: nearEnd };
}
