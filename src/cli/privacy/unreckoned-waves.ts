import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import { UsageError } from '../usage-error.js';
import type { TellingOptions } from './tables-told.js';

/**
 * Refuses groups and totals in the table of waves: it is not reckoned what they tell of small groups. Who stays in a row may be all of
 * another, whose score the parts of a change would tell.
 */
export function refuseUnreckonedWaves(
  groups: readonly Pick<WaveGroup, 'grouping'>[],
  { names, keys }: Pick<TellingOptions, 'names' | 'keys'>,
): void {
  if (!names.includes('waves')) return;
  const attribute = keys.find(({ kind }) => kind === 'attribute');
  const option = attribute === undefined ? '--total' : `--by ${attribute.id}`;
  if (attribute === undefined && !groups.some(({ grouping }) => grouping.total)) return;
  throw new UsageError(
    `${option}: small groups are withheld, and what groups and totals tell of them in the table of waves is not reckoned`,
    `Leave ${option} or waves out.`,
  );
}
