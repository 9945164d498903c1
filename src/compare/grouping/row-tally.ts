import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import { noUnit } from '../comparison.js';
import { byUnit, type UnitPlace } from '../unit-places.js';
import type { Key } from './key.js';
import type { RowPlaces, Standpoint } from './row-places.js';

/** What is tallied for each row while responses pass by. */
export interface RowTally<T> {
  /** The tally that a response goes into: one for all those that no row tells apart. */
  readonly of: (response: Response) => T;
  /** One a row, in the order of rows. Which rows there are is known in the end: what groups are made of depends on all that is said. */
  readonly rows: (places: RowPlaces) => readonly PlacedTally<T>[];
}

export interface PlacedTally<T> {
  readonly place: UnitPlace;
  readonly tally: T;
}

export interface TallyOptions<T> {
  readonly make: () => T;
  readonly addTo: (to: T, tally: T) => void;
}

/** Tallies by unit, by what rows are grouped by, and by response where rows stand for them. */
export function rowTally<T>(
  questionnaire: Pick<Questionnaire, 'profile'>,
  keys: readonly Key[],
  { make, addTo }: TallyOptions<T>,
): RowTally<T> {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const isApart = keys.some(({ kind }) => kind === 'response');
  const said = keys.flatMap(({ kind, id }) => (kind === 'attribute' ? [id] : []));
  const tallies = new Map<string, { readonly who: Standpoint; readonly tally: T }>();
  return {
    of: ({ id, wave = '', profile }) => {
      let key = `${wave}\0${isApart ? id : ''}`;
      for (const field of fields) key += `\0${profile[field] ?? noUnit}`;
      for (const attribute of said) key += `\0${profile[attribute] ?? ''}`;
      let found = tallies.get(key);
      if (found === undefined) {
        const unit = { path: fields.map((field) => String(profile[field] ?? noUnit)), wave };
        found = { who: { unit, profile, ...(isApart ? { response: id } : {}) }, tally: make() };
        tallies.set(key, found);
      }
      return found.tally;
    },
    rows: (places) => {
      const rows = byUnit((place): PlacedTally<T> => ({ place, tally: make() }));
      for (const { who, tally } of tallies.values()) {
        for (const place of places.of(who)) addTo(rows.of(place).tally, tally);
      }
      return places.inOrder([...rows.all()], ({ place }) => place);
    },
  };
}
