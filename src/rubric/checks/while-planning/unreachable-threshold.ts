import type { Path } from '../../../finding/finding.js';
import { at6Digits, exceeds, reaches } from '../../numerics.js';
import type { MadeChild } from '../../outline.js';
import type { Threshold } from '../../plan.js';
import type { RubricContext } from '../../rubric-context.js';

/** A threshold that keeps a stage from ever being passed by this member; said once where several stages share it. */
export function reportUnreachableThreshold(
  { id, range }: MadeChild,
  { from, exclusive }: Threshold,
  at: Path,
  { reportOnce }: RubricContext,
): void {
  if (range === undefined || (exclusive ? exceeds(range.max, from) : reaches(range.max, from))) return;
  reportOnce('unreachable-threshold', at, { member: id, from, reachable: at6Digits(range.max) });
}
