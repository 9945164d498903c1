import type { Unit } from '../../compare/comparison.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Table, TableCell } from '../table.js';

/** A row of a table, by the keys of its columns. */
export interface TableRecord {
  readonly cell: (key: string) => TableCell;
  /** Empty where the cell is. */
  readonly text: (key: string) => string;
  /** NaN where there is none. */
  readonly number: (key: string) => number;
}

export function recordsOf({ columns, rows }: Table): readonly TableRecord[] {
  const places = new Map(columns.map(({ key }, at) => [key, at]));
  return rows.map((row) => {
    const cell = (key: string): TableCell => row[places.get(key) ?? -1] ?? { kind: 'empty' };
    return {
      cell,
      text: (key) => {
        const found = cell(key);
        return found.kind === 'text' ? found.text : '';
      },
      number: (key) => {
        const found = cell(key);
        return found.kind === 'number' ? found.value : Number.NaN;
      },
    };
  });
}

/** The records of a unit; those of other waves too, unless one is asked for and the table tells waves apart. */
export function recordsAbout(
  table: Table,
  questionnaire: Pick<Questionnaire, 'profile'>,
  unit: Pick<Unit, 'path' | 'response'>,
  wave?: string,
): readonly TableRecord[] {
  const keys = new Set(table.columns.map(({ key }) => key));
  const fields = unitFields(questionnaire).filter(({ id }) => keys.has(id));
  const hasWave = wave !== undefined && keys.has('wave');
  return recordsOf(table).filter(
    ({ text }) =>
      fields.every(({ id }, depth) => text(id) === (unit.path[depth] ?? '')) &&
      text('response_id') === (keys.has('response_id') ? (unit.response ?? '') : '') &&
      (!hasWave || text('wave') === wave),
  );
}
