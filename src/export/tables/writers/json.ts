import { jsonText } from '../../text/json-text.js';
import type { Table, TableCell } from '../table.js';
import type { TableDocument } from '../table-document.js';
import type { TableFormat } from '../table-format.js';

export const json = {
  name: 'json',
  forPrograms: true,
  extensions: ['json'],
  describe:
    'A JSON array with an object a row: numbers, texts and null; of `compare`, an object of tables and their provenance.',
  write: (table: Table): string => `${array(objects(table))}\n`,
  writeDocument: ({ tables, provenance }: TableDocument): string => {
    const written = tables.map(({ name, title, notes, ...table }) => {
      const named = name === undefined ? '' : `"name": ${jsonText(name)},\n`;
      const more = `${named}"title": ${jsonText(title ?? null)},\n"notes": ${jsonText(notes)}`;
      return `{\n${more},\n"rows": ${array(objects(table))}\n}`;
    });
    return `{\n"provenance": ${jsonText(provenance ?? null, 2)},\n"tables": ${array(written)}\n}\n`;
  },
} satisfies TableFormat;

export const jsonl = {
  name: 'jsonl',
  forPrograms: true,
  extensions: ['jsonl', 'ndjson'],
  describe: 'JSON lines: an object a row, a row a line.',
  write: (table: Table): string => objectLines(table),
  stream: { head: () => '', rows: (columns, rows) => objectLines({ columns, rows }) },
} satisfies TableFormat;

function array(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${item}`).join(',\n')}\n]`;
}

function objectLines(table: Pick<Table, 'columns' | 'rows'>): string {
  return objects(table)
    .map((row) => `${row}\n`)
    .join('');
}

/** Rows as JSON, put together by hand: an object would move keys such as `2025` to the front. */
function objects({ columns, rows }: Pick<Table, 'columns' | 'rows'>): readonly string[] {
  const keys = columns.map(({ key }) => jsonText(key));
  return rows.map((row) => `{${keys.map((key, at) => `${key}: ${jsonText(plain(row[at]))}`).join(', ')}}`);
}

/** What a cell is in JSON. */
export function plain(cell: TableCell | undefined): string | number | null {
  if (cell?.kind === 'text') return cell.text;
  return cell?.kind === 'number' ? cell.value : null;
}
