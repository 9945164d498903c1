import type { Unit } from '../../../compare/comparison.js';
import { type Questionnaire, unitFields } from '../../../questionnaire/questionnaire.js';
import type { Table, TableCell } from '../../tables/table.js';

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

/** A table whose records can be looked up by unit. */
export interface RecordedTable extends Table {
  /** By the names at unit fields and the id of the response, as `recordsAbout` looks for them. */
  readonly byUnit: (fields: readonly string[]) => ReadonlyMap<string, readonly TableRecord[]>;
}

/** A report asks for each unit in each part and on each page: what stands where is looked up once. */
export function recorded(table: Table): RecordedTable {
  const known = new Map<string, ReadonlyMap<string, readonly TableRecord[]>>();
  return {
    ...table,
    byUnit: (fields) => {
      const key = JSON.stringify(fields);
      const found = known.get(key) ?? groupedBy(fields, table);
      known.set(key, found);
      return found;
    },
  };
}

function groupedBy(fields: readonly string[], table: Table): ReadonlyMap<string, readonly TableRecord[]> {
  const groups = new Map<string, TableRecord[]>();
  for (const record of recordsOf(table)) {
    const key = unitRecordKey(
      fields.map((field) => record.text(field)),
      record.text('response_id'),
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}

/** The records of a unit; those of other waves too, unless one is asked for and the table tells waves apart. */
export function recordsAbout(
  table: RecordedTable,
  questionnaire: Pick<Questionnaire, 'profile'>,
  unit: Pick<Unit, 'path' | 'response'>,
  wave?: string,
): readonly TableRecord[] {
  const keys = new Set(table.columns.map(({ key }) => key));
  const fields = unitFields(questionnaire).flatMap(({ id }) => (keys.has(id) ? [id] : []));
  const path = fields.map((_, depth) => unit.path[depth] ?? '');
  const response = keys.has('response_id') ? (unit.response ?? '') : '';
  const found = table.byUnit(fields).get(unitRecordKey(path, response)) ?? [];
  const hasWave = wave !== undefined && keys.has('wave');
  return hasWave ? found.filter(({ text }) => text('wave') === wave) : found;
}

function unitRecordKey(path: readonly string[], response: string): string {
  return JSON.stringify([...path, response]);
}
