import { scoreTables } from '../../../export/comparison/score-tables.js';
import type { Showing } from '../../../export/comparison/shown.js';
import type { ShownGroup, TableSettings } from '../../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import { otherTables } from '../../../export/comparison/tables/registry.js';
import { withWithheld } from '../../../export/comparison/with-withheld.js';
import type { Table } from '../../../export/tables/table.js';
import { tableFormatFor } from '../../output/write-table.js';
import type { Kept } from '../../privacy/keep-small-groups.js';
import type { CompareOptions } from '../options.js';

export interface MakeOptions
  extends Omit<CompareOptions, 'waves'>,
    Pick<Kept, 'hidden' | 'mayShow' | 'notesOn' | 'since'> {
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
}

/** Makes tables by name, of what was gathered of groups of waves and of what is shown of each; the current version comes last. */
export function tableMaker(
  groups: readonly ShownGroup[],
  showings: readonly Showing[],
  options: MakeOptions,
): (name: ComparisonTableName) => readonly Table[] {
  const format = tableFormatFor(options);
  const settings = tableSettings(showings, options);
  const several = format.writeDocument !== undefined && format.name !== 'json' && !options.publish;
  return (name) => {
    const isScores = name === 'scores';
    const tables = isScores
      ? scoreTables(showings, { ...options, several })
      : [otherTables[name].make(groups, settings)];
    const notes = [...options.notesOn(name), ...(isScores && options.publish ? options.since : [])];
    return withWithheld(tables, { notes, forRelease: options.publish });
  };
}

/** What is asked of tables beside that of scores. */
export function tableSettings(
  showings: readonly Showing[],
  options: Pick<MakeOptions, 'waves' | 'rank' | 'roles' | 'publish' | 'hidden' | 'mayShow'>,
): TableSettings {
  const { waves, rank, roles, hidden, mayShow, publish } = options;
  return {
    keys: showings.at(-1)?.keys ?? [],
    waves,
    rank,
    roles,
    hidden,
    mayShow,
    forRelease: publish,
  };
}
