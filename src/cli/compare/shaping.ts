import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { isTableName, otherTables } from '../../export/comparison/tables/registry.js';
import { wideColumns } from '../../export/comparison/tables/wide-table.js';
import type { SortTargets } from './groups/sorting.js';
import type { CompareAsked } from './options.js';

/** An option that shapes some tables alone. */
export interface Shaping {
  readonly option: string;
  readonly tables: readonly ComparisonTableName[];
  /** As it is written, where it is given. */
  readonly given: (options: CompareAsked) => string | undefined;
}

/** Why a table tells of units and responses alone; nothing where groups of these can be its rows. */
export function whyOnlyUnits(name: ComparisonTableName): string | undefined {
  return name === 'scores' ? undefined : otherTables[name].onlyUnits;
}

const allTables = ['scores', ...Object.keys(otherTables)].filter(isTableName);

/** The tables whose rows can be groups, and all there are. */
export const groupedTables = allTables.filter((name) => whyOnlyUnits(name) === undefined);

/** The tables that can have one row a unit. */
const wideTables = allTables.filter((name) => name === 'scores' || otherTables[name].wide !== undefined);

/** What rows can be sorted by beside names: scores, where they are asked for, and columns of other tables, as they lie. */
export function sortTargets(
  names: readonly ComparisonTableName[],
  { layout }: Pick<CompareAsked, 'layout'>,
): SortTargets {
  return {
    scores: names.includes('scores'),
    columns: (plan) => [
      ...new Set(
        names.flatMap((name) => {
          if (name === 'scores') return [];
          const { sortedBy, wide } = otherTables[name];
          return layout !== 'wide' || wide === undefined ? sortedBy : wideColumns(wide, plan);
        }),
      ),
    ],
  };
}

const when = (isGiven: boolean, written: string) => (isGiven ? written : undefined);

/** Options that shape some tables alone. */
export const shaping: readonly Shaping[] = [
  { option: '--total', tables: groupedTables, given: ({ total }) => when(total, '--total') },
  { option: '--sort', tables: allTables, given: ({ sort }) => when(sort !== undefined, '--sort') },
  {
    option: '--layout long',
    tables: allTables,
    given: ({ layout }) => when(layout === 'long', '--layout long'),
  },
  {
    option: '--layout wide',
    tables: wideTables,
    given: ({ layout }) => when(layout === 'wide', '--layout wide'),
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
