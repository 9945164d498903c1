import { stringify } from 'csv-stringify/sync';
import { decimal } from '../decimal.js';
import type { Column, Table, TableCell } from '../table.js';
import type { TableFormat } from '../table-format.js';

export const csv = {
  name: 'csv',
  extensions: ['csv'],
  describe: 'Comma-separated values in UTF-8, for spreadsheets and statistics programs.',
  write: (table: Table): string => delimited(table, ','),
  stream: streamed(','),
} satisfies TableFormat;

export const tsv = {
  name: 'tsv',
  extensions: ['tsv', 'tab'],
  describe: 'Tab-separated values in UTF-8.',
  write: (table: Table): string => delimited(table, '\t'),
  stream: streamed('\t'),
} satisfies TableFormat;

/** A text that no spreadsheet takes for a formula: one that could be stands behind an apostrophe. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function delimited({ columns, rows }: Table, delimiter: string): string {
  const { head, rows: lines } = streamed(delimiter);
  return `${head(columns)}${lines(columns, rows)}`;
}

function streamed(delimiter: string): NonNullable<TableFormat['stream']> {
  const lines = (columns: readonly Column[], cells: string[][]) =>
    stringify(cells, {
      delimiter,
      record_delimiter: '\n',
      // A line of one empty cell would be an empty line, which many readers skip.
      quoted_empty: columns.length === 1,
    });
  return {
    head: (columns) =>
      columns.length === 0 ? '' : lines(columns, [columns.map(({ key }) => safeText(key))]),
    rows: (columns, rows) =>
      columns.length === 0
        ? ''
        : lines(
            columns,
            rows.map((row) => columns.map((_, at) => written(row[at]))),
          ),
  };
}

function written(cell: TableCell | undefined): string {
  if (cell?.kind === 'text') return safeText(cell.text);
  return cell?.kind === 'number' ? decimal(cell.value) : '';
}
