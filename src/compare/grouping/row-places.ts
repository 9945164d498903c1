import { everyUnit, noUnit } from '../comparison.js';
import type { UnitPlace } from '../unit-places.js';
import type { Grouping } from './group.js';
import { orderKeys, trailOf } from './key.js';
import { type Answerer, partsOf } from './parts.js';
import { placeAmong } from './value-order.js';

/** Who answered, with the id where rows stand for responses. */
export interface Standpoint extends Answerer {
  readonly response?: string;
}

/** The rows that a response counts for, whatever a table tells of them: units, groups of them, and all there are. */
export interface RowPlaces {
  /** One for each of the keys, outer before inner, and under `total` all of its wave. */
  readonly of: (who: Standpoint) => readonly UnitPlace[];
  /** Wave by wave, each behind the row that it stands under, and rows of all units last. */
  readonly inOrder: <T>(items: readonly T[], placeOf: (item: T) => UnitPlace) => readonly T[];
}

/**
 * The places of the rows that `groupUnits` makes of a comparison, for what is told of them beside scores. `leaves` are those of the
 * comparison, by which it is known what groups are made of.
 */
export function rowPlaces(
  { keys, total }: Pick<Grouping, 'keys' | 'total'>,
  leaves: readonly Answerer[],
): RowPlaces {
  const ordered = orderKeys(keys);
  const parts = new Map(
    ordered.flatMap((key) => (key.kind === 'attribute' ? [[key.id, partsOf(key.attribute, leaves)]] : [])),
  );
  return {
    of: (who) => {
      const { path: full, wave } = who.unit;
      const places: UnitPlace[] = [];
      let path: readonly string[] = [];
      let groups: Readonly<Record<string, string>> | undefined;
      for (const key of ordered) {
        if (key.kind === 'unit') path = full.slice(0, key.depth);
        if (key.kind === 'response') path = full;
        if (key.kind === 'attribute') {
          groups = { ...groups, [key.id]: parts.get(key.id)?.groupOf(who) ?? noUnit };
        }
        places.push({
          level: key.id,
          path,
          wave,
          ...(groups === undefined ? {} : { groups }),
          ...(key.kind === 'response' && who.response !== undefined ? { response: who.response } : {}),
        });
      }
      return total ? [...places, { level: everyUnit, path: [], wave }] : places;
    },
    inOrder: <T>(items: readonly T[], placeOf: (item: T) => UnitPlace): readonly T[] => {
      const tops: Branches<T> = new Map();
      const others: T[] = [];
      for (const item of items) {
        const place = placeOf(item);
        if (!ordered.some(({ id }) => id === place.level)) {
          others.push(item);
          continue;
        }
        const [first = '', ...steps] = [place.wave, ...trailOf(place, ordered)];
        steps.reduce((branch, step) => branchAt(branch.below, step), branchAt(tops, first)).items.push(item);
      }
      const flat = (branches: Branches<T>, depth: number): readonly T[] => {
        const key = ordered[depth];
        const order = key?.kind === 'attribute' ? key.attribute.order : undefined;
        const all = [...branches];
        const found =
          order === undefined
            ? all
            : all.toSorted(([one], [other]) => placeAmong(order, one) - placeAmong(order, other));
        return found.flatMap(([, { items: own, below }]) => [...own, ...flat(below, depth + 1)]);
      };
      return [...flat(tops, -1), ...others];
    },
  };
}

/** What stands under one row, by name. */
type Branches<T> = Map<string, Branch<T>>;

interface Branch<T> {
  readonly items: T[];
  readonly below: Branches<T>;
}

function branchAt<T>(branches: Branches<T>, step: string): Branch<T> {
  const known: Branch<T> = branches.get(step) ?? { items: [], below: new Map() };
  branches.set(step, known);
  return known;
}
