import type { Attribute } from '../../../compare/grouping/attribute.js';
import type { ShapeOptions, StandingOptions } from '../options.js';
import type { ShowOptions } from '../tables/show.js';
import { attributesOf } from './attributes.js';
import type { ResponseFilter } from './filtered.js';
import { keysFor } from './keys.js';
import { peersFor } from './peers.js';
import type { OpenedGroup } from './read-groups.js';
import { type SortTargets, sortingFor } from './sorting.js';

/** What rows stand for and what is said beside figures, in the words of one version of the questionnaire. */
export interface Shape extends Omit<ShowOptions, 'withWave'> {
  readonly attributes: readonly Attribute[];
}

export function shapeOf(
  { questionnaire, plans, returns }: OpenedGroup,
  options: ShapeOptions & StandingOptions,
  filter: Pick<ResponseFilter, 'expected'>,
  sortable: SortTargets,
): Shape {
  const registered = filter.expected(returns.units.all);
  const attributes = attributesOf(questionnaire, registered);
  return {
    attributes,
    grouping: { keys: keysFor(options.by, questionnaire, attributes), registered, total: options.total },
    sorting: sortingFor(options.sort, plans[0], sortable),
    rank: options.rank ? { strict: options.strictRanks } : undefined,
    peers: peersFor(options.peers, attributes, registered),
  };
}
