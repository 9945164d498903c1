import { extname } from 'node:path';
import type { Key } from '../../compare/grouping/key.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { UsageError } from '../usage-error.js';
import type { CompareAsked } from './options.js';
import { groupedTables, shaping, whyOnlyUnits } from './shaping.js';

/** Refuses options that do not go together, or not with the tables asked for. */
export function checkOptions(names: readonly ComparisonTableName[], options: CompareAsked): void {
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
  if (transpose) {
    throw new UsageError(
      '--datapackage describes columns, and those of a transposed table hold figures of any kind',
    );
  }
}

/** What is listed with commas, by its option, and what one of it is called. */
const lists = [
  ['by', 'level'],
  ['tables', 'table'],
  ['waves', 'wave'],
] as const;

/** Nothing stands within itself, and nothing came to itself: what is named twice was likely meant for something else. */
export function checkLists(asked: Partial<Pick<CompareAsked, 'by' | 'tables' | 'waves'>>): void {
  for (const [option, one] of lists) {
    const names = asked[option] ?? [];
    const twice = names.find((name, at) => names.indexOf(name) < at);
    if (twice === undefined) continue;
    throw new UsageError(
      `--${option} ${names.join(',')}: ${twice === '' ? `a ${one} without a name` : twice} is there twice`,
      `Name each ${one} once.`,
    );
  }
}

/** Refuses to rank in what is released, and to say how to rank where nobody is. */
export function checkRanks({
  strictRanks,
  rank,
  publish,
}: Pick<CompareAsked, 'strictRanks' | 'rank' | 'publish'>): void {
  if (publish && rank) {
    throw new UsageError(
      '--publish --rank: a table for release has no ranks, since places look surer than the figures are',
      'Leave --rank out; or leave --publish out, for a table that stays with those who answered.',
    );
  }
  if (strictRanks && !rank) {
    throw new UsageError('--strict-ranks says how to rank; nobody is ranked without --rank');
  }
}

/** What shapes none of the tables asked for is not passed over in silence. */
function checkShaping(names: readonly ComparisonTableName[], options: CompareAsked): void {
  for (const { tables, given } of shaping) {
    const written = given(options);
    if (written === undefined || tables.some((name) => names.includes(name))) continue;
    throw new UsageError(
      `${written} shapes the ${tables.length > 1 ? 'tables' : 'table'} of ${tables.join(', ')}, and ${names.join(', ')} is asked for`,
      `Add ${tables.length > 1 ? 'one of them' : tables.join('')} to --tables, or leave the option out.`,
    );
  }
}

/** Refuses to group what is told of units and responses alone, and to group by what a table sets side by side itself. */
export function checkKeys(
  names: readonly ComparisonTableName[],
  keys: readonly Key[],
  { roles }: Pick<CompareAsked, 'roles'>,
): void {
  const attribute = keys.find(({ kind }) => kind === 'attribute');
  if (attribute === undefined) return;
  const other = names.find((name) => whyOnlyUnits(name) !== undefined);
  if (other !== undefined) {
    throw new UsageError(
      `--by ${attribute.id}: the table of ${other} ${whyOnlyUnits(other)}`,
      `Leave ${attribute.id} out of --by, or ${other} out of --tables. Groups are for ${groupedTables.join(', ')}.`,
    );
  }
  if (!names.includes('roles') || !keys.some(({ id }) => id === roles)) return;
  throw new UsageError(
    `--by ${roles}: the table of roles sets the groups of ${roles} side by side already, and in each of them there is one`,
    `Leave ${roles} out of --by, or name another field with --roles.`,
  );
}
