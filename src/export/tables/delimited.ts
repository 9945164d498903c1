import { stringify } from 'csv-stringify/sync';
import { decimal } from '../decimal.js';
import type { Table, TableCell } from '../table.js';
import type { TableFormat } from '../table-format.js';

export const csv = {
  name: 'csv',
  extensions: ['csv'],
  describe: 'Comma-separated values in UTF-8, for spreadsheets and statistics programs.',
  write: (table: Table): string => delimited(table, ','),
} satisfies TableFormat;

export const tsv = {
  name: 'tsv',
  extensions: ['tsv', 'tab'],
  describe: 'Tab-separated values in UTF-8.',
  write: (table: Table): string => delimited(table, '\t'),
} satisfies TableFormat;

/** A text that no spreadsheet takes for a formula: one that could be stands behind an apostrophe. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function delimited({ columns, rows }: Table, delimiter: string): string {
  if (columns.length === 0) return '';
  const header = columns.map(({ key }) => safeText(key));
  const cells = rows.map((row) => columns.map((_, at) => written(row[at])));
  // A line of one empty cell would be an empty line, which many readers skip.
  return stringify([header, ...cells], {
    delimiter,
    record_delimiter: '\n',
    quoted_empty: columns.length === 1,
  });
}

function written(cell: TableCell | undefined): string {
  if (cell?.kind === 'text') return safeText(cell.text);
  return cell?.kind === 'number' ? decimal(cell.value) : '';
}
