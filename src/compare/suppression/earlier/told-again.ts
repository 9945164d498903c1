import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import type { UnitPlace } from '../../unit-places.js';
import { hasChanged, type ToldRow } from './told-row.js';

/** A row of new tables. */
export interface RowNow {
  readonly place: UnitPlace;
  /** Those figures together that weigh its responses in one way: all that are not apart, where scores are plain means. */
  readonly inOneWay: readonly Weighing[];
  /** Of one that is a mean of units: how deep those lie that combine responses, and how many people are in each. */
  readonly inner?: { readonly depth: number; readonly people: readonly number[] };
}

/**
 * How figures weigh the responses of a unit: as its scores do; each alike; or apart, those of a role, or who set a target, or stayed
 * from one wave to the next, of whom it is not known how many came.
 */
export type Weighing = 'scored' | 'alike' | 'apart';

export const weighings: Readonly<Record<ToldRow['kind'], Weighing>> = {
  scores: 'scored',
  low: 'scored',
  high: 'scored',
  coverage: 'scored',
  target: 'apart',
  ratings: 'alike',
  alpha: 'alike',
  shortfall: 'alike',
  targets: 'alike',
  barriers: 'alike',
  roles: 'apart',
  change: 'apart',
};

/**
 * The units that may be told again, by their keys, and in which figures: the outermost to which many came, and those in one if many
 * came to each. Each such figure holds enough people who came, each with as much weight as those who were there before. Whoever combines new
 * figures so that all who came cancel out is left with nothing, and whoever does not has all who came to a unit together. In a mean of units one
 * who came to a small one counts for more than many who came to a large one: there many must have come to each to which anybody did, and where no
 * table told of these, none may be small.
 */
export function toldAgain(
  rows: readonly ToldRow[],
  now: readonly RowNow[],
  isFew: (people: number) => boolean,
): ReadonlyMap<string, readonly Weighing[]> {
  const told = grouped(rows, ({ whose }) => unitKey(whose));
  const isRefreshed = ({ place }: Pick<RowNow, 'place'>): boolean => {
    const own = told.get(unitKey(place)) ?? [];
    const counted = own.filter(({ kind, before }) => before !== undefined && weighings[kind] !== 'apart');
    return (
      counted.length > 0 &&
      counted.every(({ before = 0, now: after, people }) => after > before && !isFew(people))
    );
  };
  const isAsItWas = ({ place }: Pick<RowNow, 'place'>): boolean =>
    (told.get(unitKey(place)) ?? []).every((row) => !hasChanged(row) && (row.before ?? row.now) === row.now);
  const isEachRefreshed = ({ place, inner }: RowNow): boolean => {
    if (inner === undefined) return true;
    const inside = [...told.values()].flatMap((own) => {
      const [{ whose } = { whose: place }] = own;
      const isInside = isPlain(whose) && whose.path.length > place.path.length && isIn(whose, place);
      return isInside ? [{ place: whose }] : [];
    });
    const depth = Math.max(0, ...inside.map((each) => each.place.path.length));
    return (
      inside.every((each) => isAsItWas(each) || isRefreshed(each)) &&
      areAllOf(inside, { place }, told, ({ kind }) => kind === 'scores') &&
      (depth >= inner.depth || !inner.people.some(isFew))
    );
  };
  const units = now.filter(({ place }) => place.path.length > 0);
  const outermost = units.filter(
    ({ place }) =>
      isPlain(place) &&
      !units.some((other) => other.place.path.length < place.path.length && isIn(place, other.place)),
  );
  return new Map(
    outermost
      .filter((row) => isRefreshed(row) && isEachRefreshed(row))
      .flatMap((row): readonly [string, readonly Weighing[]][] => {
        const within = units.filter((other) => other !== row && isIn(other.place, row.place));
        const isEach =
          within.length > 0 &&
          within.every(
            (other) => isPlain(other.place) && other.inOneWay.includes('alike') && isRefreshed(other),
          );
        if (isEach && areAllOf(within, row, told)) {
          return [row, ...within].map(({ place }) => [unitKey(place), ['scored', 'alike']]);
        }
        return [[unitKey(row.place), row.inOneWay]];
      }),
  );
}

/** Whether the units in one, at each level, are of all responses that it is of. */
function areAllOf(
  within: readonly Pick<RowNow, 'place'>[],
  whole: Pick<RowNow, 'place'>,
  told: ReadonlyMap<string, readonly ToldRow[]>,
  isOne: (row: ToldRow) => boolean = () => true,
): boolean {
  const countedOf = ({ place }: Pick<RowNow, 'place'>) =>
    (told.get(unitKey(place)) ?? []).filter((row) => row.before !== undefined && isOne(row));
  return [...grouped(within, ({ place }) => place.level).values()].every((level) =>
    countedOf(whole).every(({ kind, about, now }) => {
      const isSame = (row: ToldRow) => row.kind === kind && row.about.join() === about.join();
      return level.reduce((sum, unit) => sum + (countedOf(unit).find(isSame)?.now ?? 0), 0) === now;
    }),
  );
}

function isPlain({ groups, response }: UnitPlace): boolean {
  return groups === undefined && response === undefined;
}

function isIn(part: UnitPlace, whole: UnitPlace): boolean {
  return part.wave === whole.wave && whole.path.every((name, at) => part.path[at] === name);
}
