import { unitKey } from '../comparison.js';
import type { CellPlace, OtherPlace } from './reader/table-cells.js';

/**
 * The alphas of units of which anything else is withheld. Alpha is made of all that a unit says of questions with one scale, and of which
 * of them it tells nobody can say: so it goes with any of them.
 */
export function alphasBeside(
  all: readonly CellPlace[],
  withheld: readonly CellPlace[],
): readonly OtherPlace[] {
  const units = new Set(withheld.map((place) => unitKey(whoseOf(place))));
  const gone = new Set(withheld);
  return all.flatMap((place) =>
    place.kind === 'other' && place.what === 'alpha' && !gone.has(place) && units.has(unitKey(place.whose))
      ? [place]
      : [],
  );
}

function whoseOf(place: CellPlace) {
  return place.kind === 'figure' ? place.unit : place.whose;
}
