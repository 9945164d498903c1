import { unitKey } from '../../../compare/comparison.js';
import { type EarlierBarriers, readBarriers } from '../../../compare/suppression/earlier/read/barriers.js';
import { unitFields } from '../../../questionnaire/questionnaire.js';
import { groupingThen } from './grouping-then.js';
import type { PublishedGroup } from './published-tables.js';
import type { Published } from './read-published.js';
import { rowsNow } from './rows-now.js';
import { holding, rowsOf } from './tables-then.js';

/** What tables given out before told of barriers in a group of waves. */
export function publishedBarriers(
  published: readonly Published[],
  group: PublishedGroup,
): readonly EarlierBarriers[] {
  const fields = unitFields(group.questionnaire).map(({ id }) => id);
  const waves = group.gathered.comparisons[0]?.waves ?? [];
  return holding(published, ['barriers']).flatMap((table) => {
    const { keys } = groupingThen(table, group);
    return readBarriers(rowsNow(rowsOf(table, 'barriers'), table, group), keys, fields)
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
