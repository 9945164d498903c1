import { type Comparison, everyUnit, type Leaf, noUnit, type Unit } from '../comparison.js';
import type { RegisteredUnit } from '../registered-unit.js';
import { countExpected } from '../roll-up/expected-units.js';
import type { Counts } from '../roll-up/roll-up-branch.js';
import { groupUnit } from './group-unit.js';
import { type Key, orderKeys } from './key.js';
import { type Parts, partsOf } from './parts.js';
import { partOf, type Slice, wholeSlices } from './slice.js';
import { placeAmong } from './value-order.js';

/** What the rows of a table stand for. */
export interface Grouping {
  readonly keys: readonly Key[];
  /** Units that there should be, and what the register says of them. */
  readonly registered: readonly RegisteredUnit[];
  /** Whether a row that takes in every unit comes last, one a wave. */
  readonly total: boolean;
}

type AttributeKey = Extract<Key, { kind: 'attribute' }>;

/**
 * The units that rows stand for, outer before inner, in order of first appearance; options in the questionnaire's order, and
 * who has none of them last. What stands under a group is rolled up
 * from the responses of that group alone; a group is rolled up from the units that lie whole in one, or else from
 * responses (docs/comparisons.md).
 */
export function groupUnits(comparison: Comparison, { keys, registered, total }: Grouping): readonly Unit[] {
  const { plan, leaves } = comparison;
  const expected = countExpected(registered.map(({ path }) => path));
  const counts: Counts = { passedOver: 0, withoutWeight: new Set(), expected };
  const made = new Map(
    keys.flatMap((key): [string, Parts][] =>
      key.kind === 'attribute' ? [[key.id, partsOf(key.attribute, leaves)]] : [],
    ),
  );

  function rowsOf(slice: Slice, [key, ...inner]: readonly Key[], under: readonly string[]): readonly Unit[] {
    switch (key?.kind) {
      case undefined:
        return [];
      case 'response':
        return slice.leavesUnder(under).map(({ unit }) => unit);
      case 'unit':
        return slice
          .unitsUnder(under)
          .filter((unit) => unit.level === key.id)
          .flatMap((unit) => [unit, ...rowsOf(slice, inner, unit.path)]);
      case 'attribute':
        return groupsOf(slice, key, under).flatMap(({ unit, part }) => [unit, ...rowsOf(part, inner, under)]);
    }
  }

  function groupsOf(slice: Slice, { id, attribute }: AttributeKey, under: readonly string[]) {
    const parts = made.get(id);
    const byGroup = partsBy(slice.leavesUnder(under), (leaf) => parts?.groupOf(leaf) ?? noUnit);
    return inOrder([...byGroup], attribute.order).map(([value, leaves]) => {
      const part = partOf(slice, leaves, { [id]: value }, plan, counts);
      const depth = Math.max(parts?.depth ?? 1, under.length + 1);
      const ofIt = registered.filter((unit) => (attribute.of(described(unit)) ?? noUnit) === value);
      const place = { level: id, under, depth, expected: countExpected(ofIt.map(({ path }) => path)) };
      return { unit: groupUnit(part, place, plan, counts), part };
    });
  }

  const slices = wholeSlices(comparison);
  const all = { level: everyUnit, under: [], depth: 1, expected };
  return [
    ...slices.flatMap((slice) => rowsOf(slice, orderKeys(keys), [])),
    ...(total ? slices.map((slice) => groupUnit(slice, all, plan, counts)) : []),
  ];
}

/** Groups in the order that their values have, those without a value last. */
function inOrder<Group extends readonly [string, unknown]>(
  groups: readonly Group[],
  order: readonly string[],
): readonly Group[] {
  return groups.toSorted(([one], [other]) => placeAmong(order, one) - placeAmong(order, other));
}

function partsBy(
  leaves: readonly Leaf[],
  groupOf: (leaf: Leaf) => string,
): ReadonlyMap<string, readonly Leaf[]> {
  const parts = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const value = groupOf(leaf);
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [leaf]);
    else part.push(leaf);
  }
  return parts;
}

/** A registered unit as attributes look at it. Where its outer units are left open, it is expected of none. */
function described({ path, profile }: RegisteredUnit) {
  return { path: path.map((name) => name ?? ''), profile };
}
