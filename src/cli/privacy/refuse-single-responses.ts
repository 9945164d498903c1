import type { Comparison } from '../../compare/comparison.js';
import type { Key } from '../../compare/grouping/key.js';
import { UsageError } from '../usage-error.js';

/** Refuses to release a row a response where people can be recognised by it: of what bodies answer, each may be shown. */
export function refuseSingleResponses(
  comparisons: readonly Pick<Comparison, 'leaves'>[],
  keys: readonly Key[],
  { publish, minGroup }: { readonly publish: boolean; readonly minGroup: number },
): void {
  if (!publish || minGroup <= 1 || !keys.some(({ kind }) => kind === 'response')) return;
  const persons = comparisons.some(({ leaves }) => leaves.some(({ unit }) => unit.people > 0));
  if (!persons) return;
  throw new UsageError(
    `--publish beside --by response: its rows would list each response by its id, and of fewer than ${minGroup} people nothing may be told`,
    'Leave response out of --by. Only responses with `official: true`, which are those of bodies, can be released one by one.',
  );
}
