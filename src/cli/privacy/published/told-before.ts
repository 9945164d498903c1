import { type Key, levelsOf } from '../../../compare/grouping/key.js';
import { isSmallGroup } from '../../../compare/small-groups.js';
import type { ToCurrentVersion } from '../../../export/comparison/tables/comparison-table.js';
import { publishedBarriers } from './published-barriers.js';
import { publishedOthers } from './published-others.js';
import { type PublishedGroup, publishedExchanges, publishedFigures } from './published-tables.js';
import { publishedWaves, withFigures } from './published-waves.js';
import type { Published } from './read-published.js';

/** How new tables are made. */
export interface TablesNow {
  readonly waves: readonly string[];
  readonly keys: readonly Key[];
  readonly minGroup: number;
}

/** Groups of waves, each with what tables given out before told of it. */
export function toldBefore<
  Group extends PublishedGroup & { readonly toCurrent: ToCurrentVersion | undefined },
>(givenOut: readonly Published[], groups: readonly Group[], { waves, keys, minGroup }: TablesNow) {
  const published = publishedFigures(givenOut, groups);
  const exchanges = publishedExchanges(givenOut, groups);
  const isFew = (people: number) => isSmallGroup(people, minGroup);
  const inWaves = publishedWaves(givenOut, groups, { waves, levels: levelsOf(keys), isFew });
  return groups.map((group, at) => ({
    ...group,
    grouping: group.shape.grouping,
    published: withFigures(published[at] ?? [], group, inWaves.figures),
    exchanges: exchanges[at] ?? [],
    barriersThen: publishedBarriers(givenOut, group),
    toldThen: [
      ...publishedOthers(givenOut, group),
      ...inWaves.rows.filter(({ whose }) => group.has(whose.wave)),
    ],
  }));
}
