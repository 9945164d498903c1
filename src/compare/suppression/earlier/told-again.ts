import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import type { UnitPlace } from '../../unit-places.js';
import type { ToldRow } from './told-row.js';

/** A row of new tables. */
export interface RowNow {
  readonly place: UnitPlace;
  /** Those figures together that weigh its responses in one way: all that are not apart, where scores are plain means. */
  readonly inOneWay: readonly Weighing[];
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
 * figures so that all who came cancel out is left with nothing, and whoever does not has all who came to a unit together.
 */
export function toldAgain(
  rows: readonly ToldRow[],
  now: readonly RowNow[],
  isFew: (people: number) => boolean,
): ReadonlyMap<string, readonly Weighing[]> {
  const told = grouped(rows, ({ whose }) => unitKey(whose));
  const isRefreshed = ({ place }: RowNow): boolean => {
    const own = told.get(unitKey(place)) ?? [];
    const counted = own.filter(({ kind, before }) => before !== undefined && weighings[kind] !== 'apart');
    return (
      counted.length > 0 &&
      counted.every(({ before = 0, now: after, people }) => after > before && !isFew(people))
    );
  };
  const units = now.filter(({ place }) => place.path.length > 0);
  const outermost = units.filter(
    ({ place }) =>
      isPlain(place) &&
      !units.some((other) => other.place.path.length < place.path.length && isIn(place, other.place)),
  );
  return new Map(
    outermost.filter(isRefreshed).flatMap((row): readonly [string, readonly Weighing[]][] => {
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
  within: readonly RowNow[],
  whole: RowNow,
  told: ReadonlyMap<string, readonly ToldRow[]>,
): boolean {
  const countedOf = ({ place }: RowNow) =>
    (told.get(unitKey(place)) ?? []).filter(({ before }) => before !== undefined);
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
