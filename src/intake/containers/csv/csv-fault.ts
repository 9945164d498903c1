import type { CsvError } from 'csv-parse';
import { type Finding, finding } from '../../../finding/finding.js';
import type { SourceFile } from '../../session.js';

/** What the parser could not read, in the row that begins in this line. */
export function csvFault(file: Pick<SourceFile, 'name'>, fault: CsvError, line: number): Finding {
  const index = typeof fault.index === 'number' ? fault.index : undefined;
  const cell = index === undefined ? { line } : { line, column: index + 1 };
  return finding('csv-syntax', { file: file.name, cell }, { detail: detailOf(fault) });
}

/** A row that does not end: what follows a quote that is left open is one cell. */
export function tooLong(file: SourceFile, line: number): Finding {
  const detail = 'this row goes on for more than a megabyte; is a quote left open in it?';
  return finding('csv-syntax', { file: file.name, cell: { line } }, { detail });
}

/** A row with more cells than any table has columns. */
export function tooWide(file: SourceFile, line: number, cells: number): Finding {
  const detail = `this row has ${cells.toLocaleString('en-GB')} cells, more than a spreadsheet has columns`;
  return finding('csv-syntax', { file: file.name, cell: { line } }, { detail });
}

function detailOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote that is opened in this cell is never closed';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote inside this quoted cell is neither doubled nor the end of the cell';
    case 'INVALID_OPENING_QUOTE':
      return 'a quote stands within a cell that does not begin with one';
    default:
      return message;
  }
}
