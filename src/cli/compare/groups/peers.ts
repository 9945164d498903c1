import type { Attribute } from '../../../compare/grouping/attribute.js';
import { type PeerChoice, peerSets } from '../../../compare/peers/peers.js';
import type { RegisteredUnit } from '../../../compare/registered-unit.js';
import type { Showing } from '../../../export/comparison/shown.js';
import { suggest } from '../../../finding/suggest.js';
import { UsageError } from '../../usage-error.js';
import type { ShowOptions } from '../tables/show.js';

/** Who `--peers` says that peers are: `peers` is the column of the register that lists them. */
export function peersFor(
  name: string | undefined,
  attributes: readonly Attribute[],
  registered: readonly RegisteredUnit[],
): PeerChoice | undefined {
  if (name === undefined) return undefined;
  const attribute = attributes.find(({ id }) => id === name);
  if (attribute !== undefined) return { kind: 'attribute', attribute };
  if (name === 'peers') {
    if (registered.some(({ peers }) => peers.length > 0)) return { kind: 'list' };
    throw new UsageError(
      '--peers peers: no unit register is given that lists any',
      'Name a register with --units, and write the ids of comparators into its column `peers`, joined by semicolons.',
    );
  }
  const ids = [...attributes.map(({ id }) => id), 'peers'];
  const meant = suggest(name, ids);
  throw new UsageError(
    `--peers ${name}: there is no such attribute${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    `Peers can be found by ${ids.join(', ')}.`,
  );
}

/** What is said where no row has peers, under any rubric or in any group of waves. */
export function withoutPeers(
  name: string | undefined,
  shown: readonly {
    readonly shape: Pick<ShowOptions, 'peers' | 'grouping'>;
    readonly showing: Showing | undefined;
  }[],
): readonly string[] {
  const rows = shown.flatMap(({ showing }) => showing?.byRubric.flatMap((each) => each.rows) ?? []);
  const hasAny = shown.some(({ shape: { peers, grouping }, showing }) =>
    showing?.byRubric.some(
      ({ comparison, rows }) =>
        peers !== undefined &&
        peerSets(rows, peers, comparison.leaves, grouping.registered).some((set) => set !== undefined),
    ),
  );
  if (name === undefined || rows.length === 0 || hasAny) return [];
  const why = shown.some(({ shape }) => shape.peers?.kind === 'list')
    ? 'the register lists none for the units of the table'
    : `no unit of the table says one \`${name}\``;
  return [`--peers ${name}: ${why}, so nobody has peers.`];
}
