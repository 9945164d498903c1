import { Buffer } from 'node:buffer';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Finding } from '../../../finding/finding.js';
import { lineBreaks } from '../../rows/cells.js';
import { csvFault } from './csv-fault.js';
import { dialectOf } from './delimiter.js';

/** A row of a table, and the line that it begins in. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The rows of a small table that are not blank; with a fault, those before it. */
export async function wholeTable(
  file: string,
  text: string,
): Promise<{ readonly rows: readonly TextRow[]; readonly fault?: Finding }> {
  const bytes = Buffer.from(text, 'utf8');
  const { delimiter, lineEnds, skip } = await dialectOf(bytes, true);
  const rows: TextRow[] = [];
  let line = skip > 0 ? 2 : 1;
  try {
    parse(bytes.subarray(skip), {
      delimiter,
      relax_column_count: true,
      record_delimiter: [...lineEnds],
      on_record: (cells: string[]) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
        line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, fault: csvFault({ name: file }, error, line) };
  }
}
