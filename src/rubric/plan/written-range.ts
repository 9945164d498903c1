import type { Path } from '../../finding/finding.js';
import type { Frame } from '../plan.js';
import { isWithin, type Range } from '../range.js';
import type { Reporting } from './rubric-context.js';

/** A `range:` as it is written; `refused` where it holds nothing, which is reported. */
export function writtenRange(
  written: readonly [number, number] | undefined,
  path: Path,
  { report }: Pick<Reporting, 'report'>,
): Range | 'refused' | undefined {
  if (written === undefined) return undefined;
  const [min, max] = written;
  if (min < max) return { min, max };
  report('range-empty', [...path, 'range'], { min, max });
  return 'refused';
}

/** A result that lies in the range; none and a problem where it does not. */
export function inRange(score: number, range: Range | undefined, node: string, { problems }: Frame): number {
  if (range === undefined || Number.isNaN(score) || isWithin(score, range)) return score;
  problems.push({ kind: 'outside-range', node, found: score, range });
  return Number.NaN;
}
