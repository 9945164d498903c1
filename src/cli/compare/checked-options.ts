import { extname } from 'node:path';
import type { Key } from '../../compare/grouping/key.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { UsageError } from '../usage-error.js';
import type { CompareOptions } from './options.js';
import { isFileEach } from './write-tables.js';

/** Refuses options that do not go together, or not with the tables asked for. */
export function checkOptions(names: readonly ComparisonTableName[], options: CompareOptions): void {
  const { layout, transpose, strictRanks, rank, datapackage, output } = options;
  if (!names.includes('scores')) checkForOthers(names, options);
  if (transpose && layout === 'long') {
    throw new UsageError('--transpose turns a wide table; a long one has a row for each figure already');
  }
  if (strictRanks && !rank) {
    throw new UsageError('--strict-ranks says how to rank; nobody is ranked without --rank');
  }
  if (!datapackage) return;
  if (output === undefined || !['.csv', '.tsv'].includes(extname(output).toLowerCase())) {
    throw new UsageError(
      '--datapackage describes a CSV or TSV file, and none is written',
      'Name one with -o, such as -o comparison.csv.',
    );
  }
  if (names.length > 1 || isFileEach(options)) {
    throw new UsageError(
      '--datapackage describes one table',
      'Ask for one, and give its file a name of its own.',
    );
  }
  if (transpose) {
    throw new UsageError(
      '--datapackage describes columns, and those of a transposed table hold figures of any kind',
    );
  }
}

/** What shapes the table of scores alone is not passed over in silence where there is none. */
function checkForOthers(
  names: readonly ComparisonTableName[],
  { layout, transpose, strictRanks, sort, total, peers }: CompareOptions,
): void {
  const shaping = {
    '--layout long': layout === 'long',
    '--transpose': transpose,
    '--strict-ranks': strictRanks,
    '--sort': sort !== undefined,
    '--total': total,
    '--peers': peers !== undefined,
  };
  const [found] = Object.entries(shaping).flatMap(([option, isGiven]) => (isGiven ? [option] : []));
  if (found === undefined) return;
  throw new UsageError(
    `${found} shapes the table of scores, and ${names.join(', ')} is asked for`,
    'Add scores to --tables, or leave the option out.',
  );
}

/** Refuses to group what is told of units and responses alone. */
export function checkKeys(names: readonly ComparisonTableName[], keys: readonly Key[]): void {
  const attribute = keys.find(({ kind }) => kind === 'attribute');
  const other = names.find((name) => name !== 'scores');
  if (attribute === undefined || other === undefined) return;
  throw new UsageError(
    `--by ${attribute.id}: the table of ${other} tells of units and responses, not of groups of them`,
    'Leave out what is no level of units, or ask for the table of scores alone.',
  );
}
