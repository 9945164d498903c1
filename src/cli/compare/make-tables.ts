import { mayShow } from '../../compare/small-groups.js';
import { scoreTables } from '../../export/comparison/score-tables.js';
import type { Showing } from '../../export/comparison/shown.js';
import type { TableSettings, WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { otherTables } from '../../export/comparison/tables/registry.js';
import { withWithheld } from '../../export/comparison/with-withheld.js';
import type { Table } from '../../export/table.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { tableFormatFor } from '../output.js';
import { leastGroup } from '../privacy/min-group.js';
import { levelsOf } from './group-shape.js';
import type { CompareOptions } from './options.js';

export interface MakeOptions extends Omit<CompareOptions, 'waves'>, Pick<Questionnaire, 'privacy'> {
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
  readonly withheld: readonly string[];
  readonly since: readonly string[];
}

/** Makes tables by name, of what was gathered of groups of waves and of what is shown of each; the current version comes last. */
export function tableMaker(
  groups: readonly WaveGroup[],
  showings: readonly Showing[],
  options: MakeOptions,
): (name: ComparisonTableName) => readonly Table[] {
  const format = tableFormatFor(options);
  const settings = tableSettings(showings, options);
  const several = format.writeDocument !== undefined && format.name !== 'json' && !options.publish;
  const notes = [...options.withheld, ...(options.publish ? options.since : [])];
  return (name) =>
    name === 'scores'
      ? withWithheld(scoreTables(showings, { ...options, several }), { notes, forRelease: options.publish })
      : [otherTables[name].make(groups, settings)];
}

/** What is asked of tables beside that of scores. */
export function tableSettings(
  showings: readonly Showing[],
  options: Pick<MakeOptions, 'waves' | 'rank' | 'roles' | 'privacy' | 'minGroup' | 'publish'>,
): TableSettings {
  const { waves, rank, roles, privacy } = options;
  return {
    levels: levelsOf(showings.at(-1)?.keys ?? []),
    waves,
    rank,
    roles,
    mayShow: mayShow(leastGroup(privacy, options)),
  };
}
