import { joined } from '../../../compare/joined.js';
import { peopleNotes, smallCountsNote } from '../../../export/comparison/counted-words.js';
import { scoreTables } from '../../../export/comparison/score-tables.js';
import type { Showing } from '../../../export/comparison/shown.js';
import type { ShownGroup, TableSettings } from '../../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName, OtherTableName } from '../../../export/comparison/tables/names.js';
import { otherTables } from '../../../export/comparison/tables/registry.js';
import { sortedTable, type TableSorting } from '../../../export/comparison/tables/sorted-table.js';
import { widened } from '../../../export/comparison/tables/wide-table.js';
import { withWithheld } from '../../../export/comparison/with-withheld.js';
import type { Table } from '../../../export/tables/table.js';
import { withWithheldColumn } from '../../../export/tables/withheld-column.js';
import { tableFormatFor } from '../../output/write-table.js';
import type { Kept } from '../../privacy/keep-small-groups.js';
import type { CompareOptions } from '../options.js';

export interface MakeOptions
  extends Omit<CompareOptions, 'waves'>,
    Pick<Kept, 'hidden' | 'mayShow' | 'notesOn' | 'since' | 'steps'> {
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
  /** How tables beside that of scores lie, and by what they are sorted. */
  readonly others: Pick<TableSettings, 'layout'> & { readonly sorting?: TableSorting };
}

/** Makes tables by name, of what was gathered of groups of waves and of what is shown of each; the current version comes last. */
export function tableMaker(
  groups: readonly ShownGroup[],
  showings: readonly Showing[],
  options: MakeOptions,
): (name: ComparisonTableName) => readonly Table[] {
  const format = tableFormatFor(options);
  const { layout, sorting } = options.others;
  const settings = tableSettings(showings, { ...options, layout });
  const several = format.writeDocument !== undefined && format.name !== 'json' && !options.publish;
  const withholds = !options.mayShow(1);
  return (name) => {
    const isScores = name === 'scores';
    const tables = isScores
      ? scoreTables(showings, { ...options, several })
      : [otherTable(name, groups, settings, sorting)];
    const notes = (cells: number) => [
      ...withPeople(options.notesOn(name, cells), groups),
      ...(options.publish && withCounts.includes(name) ? [smallCountsNote] : []),
      ...(isScores && options.publish ? options.since : []),
    ];
    const said = withWithheld(tables, { notes, forRelease: options.publish });
    // Rows of scores have a status.
    const needsColumn = !isScores && layout === 'long' && withholds && format.forPrograms === true;
    return needsColumn ? said.map(withWithheldColumn) : said;
  };
}

/** The tables that tell how many said something. */
const withCounts: readonly ComparisonTableName[] = ['talk', 'barriers'];

/** What is said of people who are withheld, with what these are where other columns count responses. */
function withPeople(notes: readonly string[], groups: readonly ShownGroup[]): readonly string[] {
  if (notes.length === 0) return [];
  const units = joined(groups.flatMap(({ gathered }) => gathered.comparisons.map((each) => each.units)));
  return [...notes, ...peopleNotes(units)];
}

/** Sorted as it lies: what becomes of rows of nodes is no more told by the columns of these. */
function otherTable(
  name: OtherTableName,
  groups: readonly ShownGroup[],
  settings: TableSettings,
  sorting: TableSorting | undefined,
): Table {
  const { make, wide } = otherTables[name];
  const made = make(groups, settings);
  const laidOut =
    settings.layout === 'wide' && wide !== undefined ? widened(made, wide, groups.at(-1)?.plans[0]) : made;
  const { places: _, ...table } = sorting === undefined ? laidOut : sortedTable(laidOut, sorting);
  return table;
}

/** What is asked of tables beside that of scores. */
export function tableSettings(
  showings: readonly Showing[],
  options: Pick<
    MakeOptions,
    'waves' | 'layout' | 'rank' | 'roles' | 'publish' | 'hidden' | 'mayShow' | 'steps'
  >,
): TableSettings {
  const { waves, steps, layout, rank, roles, hidden, mayShow, publish } = options;
  return {
    keys: showings.at(-1)?.keys ?? [],
    waves,
    steps,
    layout,
    rank,
    roles,
    hidden,
    mayShow,
    forRelease: publish,
  };
}
