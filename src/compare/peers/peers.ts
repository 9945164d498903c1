import { everyUnit, type Leaf, type Unit } from '../comparison.js';
import type { Attribute } from '../grouping/attribute.js';
import { type OpenPath, type RegisteredUnit, registeredBy } from '../registered-unit.js';

/** Who a unit's peers are: those of the same value of an attribute, itself among them; or its own list in the register. */
export type PeerChoice =
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
  | { readonly kind: 'list' };

/** The peers of a unit. */
export interface PeerSet {
  /** By their places among the units given. */
  readonly members: readonly number[];
  /** Those that should be there, and that no response came from. */
  readonly absent: number;
}

/** Finds the peers of each unit, in the same wave and at the same level; none of groups, or where nothing says who they are. */
export function peerSets(
  units: readonly Unit[],
  choice: PeerChoice,
  leaves: readonly Leaf[],
  registered: readonly RegisteredUnit[],
): readonly (PeerSet | undefined)[] {
  return choice.kind === 'list'
    ? listedPeers(units, registered)
    : alikePeers(units, choice.attribute, leaves, registered);
}

function listedPeers(
  units: readonly Unit[],
  registered: readonly RegisteredUnit[],
): readonly (PeerSet | undefined)[] {
  const find = registeredBy(registered);
  const places = new Map(units.map((unit, at) => [keyOf(unit, unit.path), at]));
  return units.map((unit) => {
    if (!isPlain(unit) || unit.response !== undefined) return undefined;
    const peers = find(unit.path)?.peers ?? [];
    if (peers.length === 0) return undefined;
    const found = peers.flatMap((path) => places.get(keyOf(unit, path)) ?? []);
    return { members: found, absent: peers.length - found.length };
  });
}

function alikePeers(
  units: readonly Unit[],
  attribute: Attribute,
  leaves: readonly Leaf[],
  registered: readonly RegisteredUnit[],
): readonly (PeerSet | undefined)[] {
  const valueIn = valuesOf(attribute, leaves);
  const alike = new Map<string, number[]>();
  const keys = units.map((unit, at) => {
    const value = isPlain(unit) ? valueIn(unit) : undefined;
    if (value === undefined) return undefined;
    const key = JSON.stringify([unit.level, unit.wave, value]);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [at]);
    else group.push(at);
    return { key, value };
  });
  const there = new Set(units.map((unit) => keyOf(unit, unit.path)));
  const missing = (unit: Unit, value: string) =>
    registered.filter(
      ({ path, profile }) =>
        path.length === unit.path.length &&
        !path.includes(undefined) &&
        attribute.of({ path: path.map((name) => name ?? ''), profile }) === value &&
        !there.has(keyOf(unit, path)),
    ).length;
  const absent = new Map<string, number>();
  return units.map((unit, at) => {
    const found = keys[at];
    if (found === undefined) return undefined;
    if (!absent.has(found.key)) {
      absent.set(found.key, unit.response === undefined ? missing(unit, found.value) : 0);
    }
    return { members: alike.get(found.key) ?? [], absent: absent.get(found.key) ?? 0 };
  });
}

/** The one value that all responses of a unit have; none where they differ. */
function valuesOf(attribute: Attribute, leaves: readonly Leaf[]): (unit: Unit) => string | undefined {
  const values = new Map<string, Set<string>>();
  for (const { unit, profile } of leaves) {
    const value = attribute.of({ path: unit.path, profile });
    if (value === undefined) continue;
    const keys = unit.path.map((_, at) => JSON.stringify([unit.wave, unit.path.slice(0, at + 1), null]));
    for (const key of [...keys, JSON.stringify([unit.wave, unit.path, unit.response])]) {
      const known = values.get(key);
      if (known === undefined) values.set(key, new Set([value]));
      else known.add(value);
    }
  }
  return ({ wave, path, response }) => {
    const known = values.get(JSON.stringify([wave, path, response ?? null]));
    return known?.size === 1 ? [...known][0] : undefined;
  };
}

/** Whether it is a unit or a response, and no group of them. */
function isPlain({ level, groups }: Unit): boolean {
  return level !== everyUnit && groups?.[level] === undefined;
}

function keyOf({ level, wave, groups = {} }: Unit, path: OpenPath): string {
  return JSON.stringify([level, wave, groups, path.map((name) => name ?? null)]);
}
