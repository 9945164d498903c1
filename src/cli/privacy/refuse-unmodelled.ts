import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import type { CompareOptions } from '../compare/options.js';
import { UsageError } from '../usage-error.js';

/** Refuses other tables than that of scores in what is released: what could be worked out from them is not reckoned. */
export function refuseTables(
  names: readonly ComparisonTableName[],
  { publish, published }: Pick<CompareOptions, 'publish' | 'published'>,
): void {
  const others = names.filter((name) => name !== 'scores');
  if (others.length === 0 || (!publish && published.length === 0)) return;
  throw new UsageError(
    `${publish ? '--publish' : '--published'} is for the table of scores alone, and not for ${others.join(', ')}`,
    'Ask for --tables scores.',
  );
}

/** Refuses other tables beside one of scores of which some are withheld. */
export function refuseBeside(names: readonly ComparisonTableName[], withheld: readonly string[]): void {
  if (withheld.length === 0 || names.length < 2 || !names.includes('scores')) return;
  throw new UsageError(
    'figures must be withheld from the table of scores, and it is not reckoned what other tables tell of them',
    'Ask for --tables scores, or leave it out.',
  );
}
