import { jsonText } from '../json-text.js';
import type { Table, TableCell } from '../table.js';
import type { TableFormat } from '../table-format.js';

export const json = {
  name: 'json',
  extensions: ['json'],
  describe: 'A JSON array with an object a row: numbers, texts and null.',
  write: (table: Table): string => `${array(table, '')}\n`,
  writeSeveral: (tables) =>
    `{\n${tables.map(({ name, table }) => `  ${jsonText(name)}: ${array(table, '  ')}`).join(',\n')}\n}\n`,
} satisfies TableFormat;

export const jsonl = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  describe: 'JSON lines: an object a row, a row a line.',
  write: (table: Table): string => objectLines(table),
  stream: { head: () => '', rows: (columns, rows) => objectLines({ columns, rows }) },
} satisfies TableFormat;

function array(table: Table, indent: string): string {
  const rows = objects(table);
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `${indent}  ${row}`).join(',\n')}\n${indent}]`;
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
