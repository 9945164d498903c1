import { bandOf } from '../../../rubric/bands.js';
import type { PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { Measure } from './shown-table.js';

/**
 * By how much a withheld figure must stay unknown: half of the band that it lies in, or without bands a tenth of its range.
 * Where neither is known, as of an index without `range`, it must not be known exactly.
 */
export function limitOf(
  value: number,
  { bands }: PlanNode | PlanIndex,
  measure: Measure,
  range: Range,
): number {
  const tenth = Number.isFinite(range.max - range.min) ? (range.max - range.min) / 10 : 0;
  if (measure === 'coverage' || bands.length === 0) return tenth;
  const band = bandOf(value, bands);
  const at = band === undefined ? -1 : bands.indexOf(band);
  const from = at < 0 ? range.min : Math.max(range.min, bands[at]?.from ?? range.min);
  const to = Math.min(range.max, bands[at + 1]?.from ?? range.max);
  const width = to - from;
  return Number.isFinite(width) && width > 0 ? width / 2 : tenth;
}
