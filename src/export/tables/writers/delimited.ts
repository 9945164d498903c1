import { stringify } from 'csv-stringify/sync';
import { safeText } from '../../../response/texts/safe-text.js';
import { decimals } from '../../text/decimal.js';
import type { Table } from '../table.js';
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
        let isPlain = columns.length > 1;
        for (let at = 0; at < columns.length; at += 1) {
          const cell = row[at];
          if (cell?.kind !== 'text') cells.push(cell?.kind === 'number' ? number(cell.value) : '');
          else if (plain.test(cell.text)) cells.push(cell.text);
          else {
            isPlain &&= !quoted.test(cell.text);
            cells.push(safeText(cell.text));
          }
        }
        // Most rows need no quotes; joined as they are, a million of them take a third of the time.
        text += isPlain ? `${cells.join(delimiter)}\n` : lines([cells]);
      }
      return text;
    },
  };
}

/** What cannot stand without quotes under every delimiter. */
const quoted = /[",\t\r\n]/;
/** Begins as no formula does, and has nothing in it that is quoted. */
const plain = /^[^"',\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20][^",\t\r\n]*$/;
