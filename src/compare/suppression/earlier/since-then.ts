import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import type { UnitPlace } from '../../unit-places.js';
import { figureKey } from '../hidden.js';
import { tieUnits } from '../others/other-figures.js';
import { type RowNow, toldAgain, weighings } from './told-again.js';
import { hasChanged, type ToldRow } from './told-row.js';

/** What may be told beside tables given out before. */
export interface SinceThen {
  /** Whether a figure was told and is still the same: nothing can withhold it any more. */
  readonly isGiven: (figure: ToldFigure) => boolean;
  /** Whether nothing new may be told of one, since what was told around it is not as it was. */
  readonly isClosed: (figure: Pick<ToldFigure, 'kind' | 'whose'>) => boolean;
}

export type ToldFigure = Pick<ToldRow, 'kind' | 'whose' | 'about'>;

/** What was told before of nothing. */
export const nothingTold: SinceThen = { isGiven: () => false, isClosed: () => false };

/**
 * What may be told now in the rows that there are, beside what tables told that were given out before. Rows that lie in one another are looked
 * at as one. Where all that was told of them is the same, it is known, and new figures are reckoned with it. Where anything is not, the people of
 * then and those of now are others, and could be taken from each other: then nothing is told but what is the same, unless it may be told again.
 */
export function sinceThen(
  rows: readonly ToldRow[],
  now: readonly RowNow[],
  isFew: (people: number) => boolean,
): SinceThen {
  const documents = [...grouped(rows, ({ document }) => document).values()].map((told) =>
    sinceDocument(told, now, isFew),
  );
  return {
    isGiven: (figure) => documents.some(({ isGiven }) => isGiven(figure)),
    isClosed: (figure) => documents.some(({ isClosed }) => isClosed(figure)),
  };
}

/** The same beside one document. */
function sinceDocument(
  rows: readonly ToldRow[],
  now: readonly RowNow[],
  isFew: (people: number) => boolean,
): SinceThen {
  const changing = rows.filter(hasChanged);
  const otherwise = new Set(changing.map(({ whose }) => unitKey(whose)));
  // Where one figure of a unit is of others, one that is not may come to the same.
  const isKnown = (row: ToldRow) => row.isShown && !hasChanged(row) && !otherwise.has(unitKey(row.whose));
  const given = new Set(rows.filter(isKnown).map(keyOf));
  const tieOf = tieAmong(
    [...rows.map(({ whose }) => whose), ...now.map(({ place }) => place)],
    // A change is one of two waves.
    rows.some(({ kind }) => kind === 'change'),
  );
  const changed = new Set(changing.map(({ whose }) => tieOf(whose)));
  const again = toldAgain(
    rows,
    now.filter(({ place }) => changed.has(tieOf(place))),
    isFew,
  );
  return {
    isGiven: (figure) => given.has(keyOf(figure)),
    isClosed: ({ kind, whose }) =>
      changed.has(tieOf(whose)) && !again.get(unitKey(whose))?.includes(weighings[kind]),
  };
}

function keyOf({ kind, whose, about }: ToldFigure): string {
  return figureKey(kind, whose, ...about);
}

/** What hangs together with a place: all that is in the outermost row that it lies in, or in all rows where some are of several units. */
export function tieAmong(places: readonly UnitPlace[], isOfWaves: boolean): (place: UnitPlace) => string {
  const isOfSeveral = tieUnits(places);
  const isOfGroups = places.some(({ groups }) => groups !== undefined);
  const keyOf = (wave: string, path: readonly string[]) => JSON.stringify([isOfWaves ? '' : wave, path]);
  const told = new Set(places.map(({ wave, path }) => keyOf(wave, path)));
  return ({ wave, path }) => {
    if (isOfSeveral) return keyOf(wave, []);
    if (isOfGroups) return keyOf(wave, path.slice(0, 1));
    const outer = path.map((_, depth) => keyOf(wave, path.slice(0, depth + 1)));
    return outer.find((key) => told.has(key)) ?? keyOf(wave, path);
  };
}
