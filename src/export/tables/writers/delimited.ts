import { stringify } from 'csv-stringify/sync';
import { safeText } from '../../../response/texts/safe-text.js';
import { decimals } from '../../text/decimal.js';
import type { Table, TableCell } from '../table.js';
import type { TableFormat } from '../table-format.js';

export const csv = {
  name: 'csv',
  forPrograms: true,
  extensions: ['csv'],
  describe: 'Comma-separated values in UTF-8, for spreadsheets and statistics programs.',
  write: (table: Table): string => delimited(table, ','),
  stream: streamed(','),
} satisfies TableFormat;

export const tsv = {
  name: 'tsv',
  forPrograms: true,
  extensions: ['tsv', 'tab'],
  describe: 'Tab-separated values in UTF-8.',
  write: (table: Table): string => delimited(table, '\t'),
  stream: streamed('\t'),
} satisfies TableFormat;

function delimited({ columns, rows }: Table, delimiter: string): string {
  const { head, rows: lines } = streamed(delimiter);
  return `${head(columns)}${lines(columns, rows)}`;
}

function streamed(delimiter: string): NonNullable<TableFormat['stream']> {
  const lines = (cells: string[][]) =>
    stringify(cells, {
      delimiter,
      record_delimiter: '\n',
      // A line of one empty cell would be an empty line, which many readers skip.
      quoted_empty: cells[0]?.length === 1,
    });
  const number = decimals();
  return {
    head: (columns) => (columns.length === 0 ? '' : lines([columns.map(({ key }) => safeText(key))])),
    rows: (columns, rows) => {
      if (columns.length === 0) return '';
      let text = '';
      for (const row of rows) {
        const cells: string[] = [];
        for (let at = 0; at < columns.length; at += 1) cells.push(written(row[at], number));
        // Most rows need no quotes; joined as they are, a million of them take a third of the time.
        text += columns.length > 1 && isPlain(row) ? `${cells.join(delimiter)}\n` : lines([cells]);
      }
      return text;
    },
  };
}

/** Whether cells can stand without quotes under any delimiter. */
function isPlain(cells: readonly TableCell[]): boolean {
  return cells.every((cell) => cell.kind !== 'text' || !/[",\t\r\n]/.test(cell.text));
}

function written(cell: TableCell | undefined, number: (value: number) => string): string {
  if (cell?.kind === 'text') return safeText(cell.text);
  return cell?.kind === 'number' ? number(cell.value) : '';
}
