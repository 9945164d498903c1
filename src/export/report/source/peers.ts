import { type Unit, unitKey } from '../../../compare/comparison.js';
import { type AmongPeers, amongPeers } from '../../../compare/peers/among-peers.js';
import { type PeerSet, peerSets } from '../../../compare/peers/peers.js';
import type { Slotted } from '../../../rubric/plan.js';
import { type Words, words } from '../model/words.js';
import { type ReportSource, unitsNow } from './source.js';
import { unitWords } from './unit-words.js';

/** The units of a wave and level, the peers among them, and the place of the unit whose page it is. */
export interface PeersNow {
  readonly units: readonly Unit[];
  readonly set: PeerSet | undefined;
  /** -1 on a page that is nobody's own. */
  readonly at: number;
}

/** Peers as `--peers` says, as `compare` finds them; without it, all units of the level, the unit itself among them. */
export function peersNow(source: ReportSource): PeersNow {
  const units = unitsNow(source);
  const { own, peers, comparison, registered } = source;
  const at = own === undefined ? -1 : units.findIndex((unit) => unitKey(unit) === unitKey(own.unit));
  if (peers === undefined) return { units, at, set: { members: units.map((_, place) => place), absent: 0 } };
  return { units, at, set: peerSets(units, peers, comparison.leaves, registered)[at] };
}

/** The unit and its peers; all units where it is nobody's own page. */
export function comparedNow(source: ReportSource): readonly Unit[] {
  const { units, set, at } = peersNow(source);
  if (at < 0) return units;
  const members = new Set([at, ...(set?.members ?? [])]);
  return units.filter((_, place) => members.has(place));
}

/** How the unit whose page it is stands among its peers by a figure; nothing where it has none, or the page is nobody's own. */
export function amongPeersNow(source: ReportSource, { slot }: Pick<Slotted, 'slot'>): AmongPeers | undefined {
  const { plan, rank } = source;
  const { units, set, at } = peersNow(source);
  const sets = units.map((_, place) => (place === at ? set : undefined));
  return amongPeers(units, sets, { slot }, plan, rank ?? { strict: false })[at];
}

/** Who the peers are. */
export function peersWords(source: ReportSource): Words {
  const { peers } = source;
  if (peers === undefined)
    return words`Peers: all ${unitWords(source).several} that answered, this one among them.`;
  return peers.kind === 'list'
    ? words`Peers: those that the unit register lists.`
    : words`Peers: those of the same ${peers.attribute.title}, this one among them.`;
}
