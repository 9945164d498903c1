import { extname } from 'node:path';
import type { Key } from '../../compare/grouping/key.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { UsageError } from '../usage-error.js';
import type { CompareOptions } from './options.js';
import { isFileEach } from './tables/write-tables.js';

/** Refuses options that do not go together, or not with the tables asked for. */
export function checkOptions(names: readonly ComparisonTableName[], options: CompareOptions): void {
  const { layout, transpose, datapackage, output } = options;
  checkShaping(names, options);
  if (transpose && layout === 'long') {
    throw new UsageError('--transpose turns a wide table; a long one has a row for each figure already');
  }
  checkRanks(options);
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

/** Refuses to say how to rank where nobody is. */
export function checkRanks({ strictRanks, rank }: Pick<CompareOptions, 'strictRanks' | 'rank'>): void {
  if (strictRanks && !rank) {
    throw new UsageError('--strict-ranks says how to rank; nobody is ranked without --rank');
  }
}

/** Options that shape some tables alone, as they are written, with those tables and whether they are given. */
function shaping({
  layout,
  columns,
  depth,
  transpose,
  strictRanks,
  rank,
  sort,
  total,
  peers,
  roles,
  kind,
}: CompareOptions): readonly (readonly [
  option: string,
  tables: readonly ComparisonTableName[],
  isGiven: boolean,
])[] {
  return [
    ['--layout long', ['scores'], layout === 'long'],
    [`--columns ${columns}`, ['scores'], columns !== 'dimensions'],
    [`--depth ${depth}`, ['scores'], depth !== 1],
    ['--transpose', ['scores'], transpose],
    ['--strict-ranks', ['scores'], strictRanks],
    ['--rank', ['scores', 'waves'], rank],
    ['--sort', ['scores'], sort !== undefined],
    ['--total', ['scores'], total],
    ['--peers', ['scores'], peers !== undefined],
    ['--roles', ['roles'], roles !== undefined],
    ['--kind', ['exchange'], kind !== undefined],
  ];
}

/** What shapes none of the tables asked for is not passed over in silence. */
function checkShaping(names: readonly ComparisonTableName[], options: CompareOptions): void {
  const found = shaping(options).find(
    ([, tables, isGiven]) => isGiven && !tables.some((name) => names.includes(name)),
  );
  if (found === undefined) return;
  const [option, tables] = found;
  throw new UsageError(
    `${option} shapes the table of ${tables.join(' and that of ')}, and ${names.join(', ')} is asked for`,
    `Add ${tables.join(' or ')} to --tables, or leave the option out.`,
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
