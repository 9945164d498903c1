import { unitKey } from '../../../comparison.js';
import type { Key } from '../../../grouping/key.js';
import { type JsonRow, numberAt, textAt } from './earlier-document.js';
import { type EarlierPlace, earlierPlaces } from './earlier-place.js';

/** The columns without which a table of barriers cannot be read. */
export const barrierColumns: readonly string[] = ['node', 'barrier', 'named', 'responses'];

/** What a table given out before told of the barriers of one row. */
export interface EarlierBarriers {
  readonly place: EarlierPlace;
  /** All responses of the row. */
  readonly responses: number;
  /** How many named a barrier in a node; null where it was withheld, nothing where the table could not tell. */
  readonly named: (node: string, barrier: string) => number | null | undefined;
}

/** The counts of a table of barriers, by its rows. What does not stand there, in a node that does, nobody named. */
export function readBarriers(
  rows: readonly JsonRow[],
  keys: readonly Key[],
  fields: readonly string[],
): readonly EarlierBarriers[] {
  const placeOf = earlierPlaces(keys, fields);
  const nodes = new Set(rows.flatMap((row) => textAt(row, 'node') ?? []));
  const found = new Map<
    string,
    { place: EarlierPlace; responses: number; counts: Map<string, number | null> }
  >();
  for (const row of rows) {
    const place = placeOf(row);
    const [node, barrier] = [textAt(row, 'node'), textAt(row, 'barrier')];
    const responses = numberAt(row, 'responses');
    if (place === undefined || node === undefined || barrier === undefined || responses === null) continue;
    const own = found.get(unitKey(place)) ?? { place, responses, counts: new Map<string, number | null>() };
    found.set(unitKey(place), own);
    own.counts.set(`${node} ${barrier}`, numberAt(row, 'named'));
  }
  return [...found.values()].map(({ place, responses, counts }) => ({
    place,
    responses,
    named: (node, barrier) => {
      const own = counts.get(`${node} ${barrier}`);
      return own === undefined && nodes.has(node) ? 0 : own;
    },
  }));
}
