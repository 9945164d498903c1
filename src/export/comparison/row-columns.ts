import { everyUnit, type Unit } from '../../compare/comparison.js';
import { type Key, orderKeys } from '../../compare/grouping/key.js';
import type { UnitPlace } from '../../compare/unit-places.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Column, TableCell } from '../tables/table.js';
import { count, text } from './cells.js';

/** Columns that say what a row stands for. */
export interface RowColumns<Row = Unit> {
  readonly columns: readonly Column[];
  readonly cells: (row: Row) => readonly TableCell[];
}

/** The response, then what rows are grouped by. */
export function nameColumns(keys: readonly Key[], questionnaire: Questionnaire): RowColumns {
  const named = groupColumns(keys, questionnaire);
  const withResponse = keys.some(({ kind }) => kind === 'response');
  return {
    columns: [...(withResponse ? [label('response_id', 'Response')] : []), ...named.columns],
    cells: (unit) => [...(withResponse ? [text(unit.response ?? '')] : []), ...named.cells(unit)],
  };
}

/** What rows are grouped by, each unit field behind those that it stands in. */
export function groupColumns(
  keys: readonly Key[],
  questionnaire: Pick<Questionnaire, 'profile'>,
): RowColumns<Omit<UnitPlace, 'wave'>> {
  const fields = unitFields(questionnaire);
  const named: {
    readonly id: string;
    readonly title: string;
    readonly nameOf: (place: Omit<UnitPlace, 'wave'>) => string;
  }[] = [];
  const addFields = (to: number) => {
    for (const [depth, { id, title }] of fields.slice(0, to).entries()) {
      if (!named.some((column) => column.id === id)) {
        named.push({ id, title, nameOf: ({ path }) => path[depth] ?? '' });
      }
    }
  };
  for (const key of orderKeys(keys)) {
    if (key.kind === 'unit') addFields(key.depth);
    if (key.kind === 'response') addFields(fields.length);
    if (key.kind === 'attribute') {
      named.push({ id: key.id, title: key.title, nameOf: ({ groups }) => groups?.[key.id] ?? '' });
    }
  }
  return {
    columns: named.map(({ id, title }) => label(id, title)),
    cells: (place) =>
      named.map(({ nameOf }, at) => text(at === 0 && place.level === everyUnit ? everyUnit : nameOf(place))),
  };
}

/** The wave, where there is more than one. */
export function waveColumn(withWave: boolean): RowColumns {
  if (!withWave) return { columns: [], cells: () => [] };
  return { columns: [label('wave', 'Wave')], cells: ({ wave }) => [text(wave)] };
}

/** What a row can be said to be made of. */
export const countColumns = {
  responses: { key: 'responses', title: 'Responses', kind: 'count' },
  returned: { key: 'returned', title: 'Returned', kind: 'count' },
  expected: { key: 'expected', title: 'Expected', kind: 'count' },
} satisfies Record<string, Column>;

/** What a row is made of: responses; and the units of the next level in, those that came back and those there should be. */
export function sizeColumns(rows: readonly Unit[]): RowColumns {
  const withInner = rows.some(({ inner }) => inner !== undefined);
  return {
    columns: [countColumns.responses, ...(withInner ? [countColumns.returned, countColumns.expected] : [])],
    cells: ({ size, inner }) => [
      count(size),
      ...(withInner ? [count(inner?.returned), count(inner?.expected)] : []),
    ],
  };
}

function label(key: string, title: string): Column {
  return { key, title, kind: 'label' };
}
