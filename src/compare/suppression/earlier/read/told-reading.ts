import { unitKey } from '../../../comparison.js';
import type { UnitPlace } from '../../../unit-places.js';
import type { JsonRow } from './earlier-document.js';
import type { EarlierPlace } from './earlier-place.js';

/** How rows of one table beside that of scores are to be read. */
export interface ToldReading {
  /** The name of the document that it is in. */
  readonly document: string;
  readonly rows: readonly JsonRow[];
  readonly placeOf: (row: JsonRow) => EarlierPlace | undefined;
  /** Whether answers behind a row may be nobody's, so that it cannot be said how many people they are of. */
  readonly mayBeOfficial: (whose: UnitPlace) => boolean;
  /** Of fewer people nothing was told. */
  readonly minGroup: number;
}

/** Finds rows by whose they are and what they are about. */
export function rowsBy(
  { rows, placeOf }: Pick<ToldReading, 'rows' | 'placeOf'>,
  aboutOf: (row: JsonRow) => string | undefined,
): (whose: UnitPlace, about: string) => readonly JsonRow[] {
  const found = new Map<string, JsonRow[]>();
  for (const row of rows) {
    const [place, about] = [placeOf(row), aboutOf(row)];
    if (place === undefined || about === undefined) continue;
    const key = `${about} ${unitKey(place)}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return (whose, about) => found.get(`${about} ${unitKey(whose)}`) ?? [];
}
