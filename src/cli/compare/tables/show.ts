import type { Comparison, Unit } from '../../../compare/comparison.js';
import type { Grouping } from '../../../compare/grouping/group.js';
import { type Sorting, sortedOrder } from '../../../compare/grouping/sort.js';
import type { PeerChoice } from '../../../compare/peers/peers.js';
import type { RankOptions } from '../../../compare/ranking/places.js';
import { peerCompanion } from '../../../export/comparison/peer-companion.js';
import { rankCompanion } from '../../../export/comparison/rank-companion.js';
import type { Companion, Showing } from '../../../export/comparison/shown.js';

/** What is shown of comparisons, and how. */
export interface ShowOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting | undefined;
  readonly rank: RankOptions | undefined;
  readonly peers: PeerChoice | undefined;
  /** Whether rows must say of which wave they are. */
  readonly withWave: boolean;
}

/** What is told of one group of waves: under each rubric a comparison, and its rows. */
export interface RowsShown {
  readonly comparisons: readonly Comparison[];
  readonly rows: readonly (readonly Unit[])[];
}

/** The rows of each comparison in one order, by the first of them, with what is said beside figures. */
export function show(
  { comparisons, rows }: RowsShown,
  { grouping, sorting, rank, peers, withWave }: ShowOptions,
): Showing {
  const { keys, registered } = grouping;
  const order = sorting === undefined ? undefined : sortedOrder(rows[0] ?? [], keys, sorting);
  return {
    keys,
    withWave,
    byRubric: comparisons.map((comparison, nth) => {
      const own = rows[nth] ?? [];
      const sorted = order?.flatMap((at) => own[at] ?? []) ?? own;
      const companions: readonly Companion[] = [
        ...(rank === undefined ? [] : [rankCompanion(comparison, sorted, rank)]),
        ...(peers === undefined ? [] : [peerCompanion(comparison, sorted, { peers, registered, rank })]),
      ];
      return { comparison, rows: sorted, companions };
    }),
  };
}
