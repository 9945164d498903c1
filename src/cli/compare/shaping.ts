import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { isTableName, otherTables } from '../../export/comparison/tables/registry.js';
import type { CompareOptions } from './options.js';

/** An option that shapes some tables alone. */
export interface Shaping {
  readonly option: string;
  readonly tables: readonly ComparisonTableName[];
  /** As it is written, where it is given. */
  readonly given: (options: CompareOptions) => string | undefined;
}

/** Why a table tells of units and responses alone; nothing where groups of these can be its rows. */
export function whyOnlyUnits(name: ComparisonTableName): string | undefined {
  return name === 'scores' ? undefined : otherTables[name].onlyUnits;
}

/** The tables whose rows can be groups, and all there are. */
export const groupedTables = ['scores', ...Object.keys(otherTables)]
  .filter(isTableName)
  .filter((name) => whyOnlyUnits(name) === undefined);

const when = (isGiven: boolean, written: string) => (isGiven ? written : undefined);

/** Options that shape some tables alone. */
export const shaping: readonly Shaping[] = [
  { option: '--total', tables: groupedTables, given: ({ total }) => when(total, '--total') },
  { option: '--sort', tables: ['scores'], given: ({ sort }) => when(sort !== undefined, '--sort') },
  {
    option: '--layout long',
    tables: ['scores'],
    given: ({ layout }) => when(layout === 'long', '--layout long'),
  },
  {
    option: '--columns',
    tables: ['scores'],
    given: ({ columns }) => when(columns !== 'dimensions', `--columns ${columns}`),
  },
  { option: '--depth', tables: ['scores'], given: ({ depth }) => when(depth !== 1, `--depth ${depth}`) },
  { option: '--transpose', tables: ['scores'], given: ({ transpose }) => when(transpose, '--transpose') },
  { option: '--rank', tables: ['scores', 'waves'], given: ({ rank }) => when(rank, '--rank') },
  {
    option: '--strict-ranks',
    tables: ['scores'],
    given: ({ strictRanks }) => when(strictRanks, '--strict-ranks'),
  },
  { option: '--peers', tables: ['scores'], given: ({ peers }) => when(peers !== undefined, '--peers') },
  { option: '--roles', tables: ['roles'], given: ({ roles }) => when(roles !== undefined, '--roles') },
  { option: '--kind', tables: ['exchange'], given: ({ kind }) => when(kind !== undefined, '--kind') },
];
