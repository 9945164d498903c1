import type { GatheredBefore, Gathering } from '../../../compare/gatherer.js';
import type { Grouping } from '../../../compare/grouping/group.js';
import type { JsonRow } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { tablesIn } from '../../../compare/suppression/earlier/read/tables-in.js';
import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import { UsageError } from '../../usage-error.js';
import { type GroupNow, groupingThen } from './grouping-then.js';
import type { Published } from './read-published.js';

/** The tables beside that of scores that tell of ratings. */
export const ofRatings = ['agreement', 'talk', 'alpha', 'roles'] as const;

/** What is gathered since tables given out before told of it: it hangs together with scores, whatever is told now. */
export function gatheringsThen(published: readonly Published[]): readonly Gathering[] {
  return [
    ...(holding(published, ofRatings).length > 0 ? (['ratings'] as const) : []),
    ...(holding(published, ['ambition']).length > 0 ? (['targets'] as const) : []),
    ...(holding(published, ['waves']).length > 0 ? (['answers'] as const) : []),
  ];
}

/** What the rows of documents given out before stood for, by what their tables are made of. */
export function rowsBefore(
  published: readonly Published[],
  names: readonly ComparisonTableName[],
  group: GroupNow,
): Readonly<Record<GatheredBefore, readonly Grouping[]>> {
  return {
    ratings: allGroupingsThen(published, ofRatings, group),
    targets: allGroupingsThen(published, ['ambition'], group),
    // Counts of barriers hang together with nothing else.
    barriers: names.includes('barriers') ? groupingsThen(published, ['barriers'], group) : [],
  };
}

/**
 * What the rows stood for of documents given out before that hold some of these tables. Their figures are gathered again, so that they can be
 * reckoned with: rows of units with rows of units, and groups with the same groups.
 */
function groupingsThen(
  published: readonly Published[],
  names: readonly ComparisonTableName[],
  group: GroupNow,
): readonly Grouping[] {
  return holding(published, names).map((table) => {
    const then = groupingThen(table, group);
    if (areReckoned(then, group.shape.grouping)) return then;
    const name = names.find((each) => holds(table, each));
    throw new UsageError(
      `--published ${table.file}: its table of ${name} is of other groups than a new one`,
      `What stands in a table of ${name} is reckoned with where all rows are of units, or of the same groups: give the same --by.`,
    );
  });
}

/**
 * The same, and behind them what rows stood for of all other documents, as far as these are of units, or of the groups that there are now:
 * what is told of scores there hangs together with figures of the same rows.
 */
function allGroupingsThen(
  published: readonly Published[],
  names: readonly ComparisonTableName[],
  group: GroupNow,
): readonly Grouping[] {
  const told = groupingsThen(published, names, group);
  const others = published.filter((table) => !names.some((name) => holds(table, name)));
  return [
    ...told,
    ...others
      .map((table) => groupingThen(table, group))
      .filter((then) => areReckoned(then, group.shape.grouping)),
  ];
}

function areReckoned(then: Grouping, now: Grouping): boolean {
  const both = [now, then];
  const [one, other] = both.map(({ keys }) => keys.map(({ id }) => id).join());
  return one === other || both.every(({ keys }) => keys.every(({ kind }) => kind !== 'attribute'));
}

/** The documents that hold some of these tables. */
export function holding(
  published: readonly Published[],
  names: readonly ComparisonTableName[],
): readonly Published[] {
  return published.filter((table) => names.some((name) => holds(table, name)));
}

export function holds({ document }: Published, name: ComparisonTableName): boolean {
  return tablesIn(document).some((table) => table.name === name);
}

/** The rows of one table in a document, as they were written. */
export function rowsOf({ document }: Published, name: ComparisonTableName): readonly JsonRow[] {
  return tablesIn(document).flatMap((table) => (table.name === name ? table.rows : []));
}
