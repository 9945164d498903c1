import type { Comparison, Unit } from '../../compare/comparison.js';
import { amongPeers } from '../../compare/peers/among-peers.js';
import { type PeerChoice, type PeerSet, peerSets } from '../../compare/peers/peers.js';
import type { RankOptions } from '../../compare/ranking/places.js';
import type { RegisteredUnit } from '../../compare/registered-unit.js';
import type { Column, TableCell } from '../tables/table.js';
import { count, differenceCell, rankCell } from './cells.js';
import { plainCell } from './figure.js';
import type { Companion } from './shown.js';

export interface PeerOptions {
  readonly peers: PeerChoice;
  readonly registered: readonly RegisteredUnit[];
  /** How to rank, where places are told too. */
  readonly rank: RankOptions | undefined;
}

/** Quartiles, and what lies between, of a figure that only says in which class a unit is. */
const noAmount: TableCell = { kind: 'empty', why: 'not_applicable' };

/** How a unit stands among its peers. */
export function peerCompanion(
  { plan, leaves }: Comparison,
  rows: readonly Unit[],
  { peers, registered, rank }: PeerOptions,
): Companion {
  const sets: readonly (PeerSet | undefined)[] = peerSets(rows, peers, leaves, registered);
  const { digits } = plan.rounding;
  const score = (key: string, title: string): Column => ({ key, title, kind: 'score', digits });
  return {
    columns: [
      { key: 'peers', title: 'Peers', kind: 'count' },
      { key: 'peers_unscored', title: 'Peers without a score', kind: 'count' },
      score('peer_q1', 'Lower quartile'),
      score('peer_median', 'Peer median'),
      score('peer_q3', 'Upper quartile'),
      score('to_median', 'To median'),
      score('to_best', 'To best'),
      ...(rank !== undefined
        ? [{ key: 'peer_rank', title: 'Place among peers', kind: 'count' } as const]
        : []),
    ],
    cells: (figure) =>
      amongPeers(rows, sets, figure, plan, rank ?? { strict: false }).map((among) => [
        count(among?.scored),
        count(among?.unscored),
        ...(figure.isClass === true
          ? Array.from({ length: 5 }, () => noAmount)
          : [
              plainCell(among?.lowerQuartile, plan),
              plainCell(among?.median, plan),
              plainCell(among?.upperQuartile, plan),
              differenceCell(among?.toMedian, plan),
              differenceCell(among?.toBest, plan),
            ]),
        ...(rank !== undefined ? [rankCell(among?.place)] : []),
      ]),
    notes: () => [
      peers.kind === 'list'
        ? 'Peers: those that the register lists for each unit. Peers without a score are in none of the figures.'
        : `Peers: the units of the same ${peers.attribute.title}, the unit itself among them. Peers without a score are in none of the figures.`,
    ],
  };
}
