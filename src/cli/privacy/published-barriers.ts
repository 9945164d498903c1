import { unitKey } from '../../compare/comparison.js';
import type { Grouping } from '../../compare/grouping/group.js';
import { type EarlierBarriers, readBarriers } from '../../compare/suppression/earlier/read-barriers.js';
import { tablesIn } from '../../compare/suppression/earlier/tables-in.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { UsageError } from '../usage-error.js';
import { type GroupNow, groupingThen } from './grouping-then.js';
import type { PublishedGroup } from './published-tables.js';
import type { Published } from './read-published.js';
import { rowsNow } from './rows-now.js';

/**
 * What the rows of tables of barriers stood for that were given out before. They are counted again, so that they can be reckoned with in a
 * new one: rows of units with rows of units, and groups with the same groups.
 */
export function barriersThen(published: readonly Published[], group: GroupNow): readonly Grouping[] {
  const now = group.shape.grouping;
  return withBarriers(published).map((table) => {
    const then = groupingThen(table, group);
    const both = [now, then];
    const isOfUnits = both.every(({ keys }) => keys.every(({ kind }) => kind !== 'attribute'));
    const [one, other] = both.map(({ keys }) => keys.map(({ id }) => id).join());
    if (isOfUnits || one === other) return then;
    throw new UsageError(
      `--published ${table.file}: its table of barriers is of other groups than a new one`,
      'Counts of barriers are reckoned with each other where all are of units, or of the same groups: give the same --by, or leave barriers out.',
    );
  });
}

/** What tables given out before told of barriers in a group of waves. */
export function publishedBarriers(
  published: readonly Published[],
  group: PublishedGroup,
): readonly EarlierBarriers[] {
  const fields = unitFields(group.questionnaire).map(({ id }) => id);
  const waves = group.gathered.comparisons[0]?.waves ?? [];
  return withBarriers(published).flatMap((table) => {
    const { keys } = groupingThen(table, group);
    return barrierRows(table).length === 0
      ? []
      : readBarriers(rowsNow(barrierRows(table), table, group), keys, fields)
          .filter(({ place }) => group.has(place.wave))
          .flatMap((each) => {
            // A table of one wave does not say which.
            const own = each.place.wave === '' && !waves.includes('') ? waves : [each.place.wave];
            return own.map((wave) => ({ ...each, place: { ...each.place, wave } }));
          });
  });
}

/** Rows that are not among others. */
export function notAmong<T extends { readonly place: Parameters<typeof unitKey>[0] }>(
  all: readonly T[],
  others: readonly T[],
): readonly T[] {
  const known = new Set(others.map(({ place }) => unitKey(place)));
  return [...new Map(all.map((each) => [unitKey(each.place), each])).values()].filter(
    ({ place }) => !known.has(unitKey(place)),
  );
}

function withBarriers(published: readonly Published[]): readonly Published[] {
  return published.filter((table) => barrierRows(table).length > 0);
}

function barrierRows({ document }: Published) {
  return tablesIn(document).flatMap(({ name, rows }) => (name === 'barriers' ? rows : []));
}
