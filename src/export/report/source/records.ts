import type { Unit } from '../../../compare/comparison.js';
import { type Questionnaire, unitFields } from '../../../questionnaire/questionnaire.js';
import type { Column, Table, TableCell } from '../../tables/table.js';

/** A row of a table, by the keys of its columns; that the table has no such column, or one of another kind, is a mistake of ours. */
export interface TableRecord {
  readonly cell: (key: string) => TableCell;
  /** Empty where the cell is. */
  readonly text: (key: string) => string;
  /** NaN where there is none. */
  readonly number: (key: string) => number;
  /** The same before it was rounded. */
  readonly exact: (key: string) => number;
}

export function recordsOf({ columns, rows }: Table): readonly TableRecord[] {
  const places = new Map(columns.map(({ key }, at) => [key, at]));
  const placeOf = (key: string, isSuch: (column: Column) => boolean, what: string): number => {
    const at = places.get(key) ?? -1;
    const column = columns[at];
    if (column === undefined) throw new Error(`the table has no column ${key}`);
    if (!isSuch(column)) throw new Error(`the column ${key} holds no ${what}`);
    return at;
  };
  return rows.map((row) => {
    const cellAt = (at: number): TableCell => row[at] ?? { kind: 'empty' };
    const figureAt = (key: string) => cellAt(placeOf(key, (column) => !isText(column), 'figures'));
    return {
      cell: (key) => cellAt(placeOf(key, () => true, 'cells')),
      text: (key) => {
        const found = cellAt(placeOf(key, isText, 'texts'));
        return found.kind === 'text' ? found.text : '';
      },
      number: (key) => {
        const found = figureAt(key);
        return found.kind === 'number' ? found.value : Number.NaN;
      },
      exact: (key) => {
        const found = figureAt(key);
        return found.kind === 'number' ? (found.exact ?? found.value) : Number.NaN;
      },
    };
  });
}

function isText({ kind }: Column): boolean {
  return kind === 'label' || kind === 'text';
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
  const hasResponses = table.columns.some(({ key }) => key === 'response_id');
  for (const record of recordsOf(table)) {
    const key = unitRecordKey(
      fields.map((field) => record.text(field)),
      hasResponses ? record.text('response_id') : '',
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
