import type { Attribute } from '../../compare/grouping/attribute.js';
import type { PeerChoice } from '../../compare/peers/peers.js';
import type { RegisteredUnit } from '../../compare/registered-unit.js';
import { suggest } from '../../finding/suggest.js';
import { UsageError } from '../usage-error.js';

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
