import { Buffer } from 'node:buffer';
import { type Parser, parse } from 'csv-parse';

/** What may stand between the cells of a table, and what to call it. */
export const delimiters: ReadonlyMap<string, string> = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);

/** How a table is cut into cells. */
export interface Dialect {
  readonly delimiter: string;
  /** What rows end with; the fewer, the quicker. */
  readonly lineEnds: readonly string[];
  /** The bytes of a first line `sep=;`, which Excel understands and is no row. */
  readonly skip: number;
}

const sampledLines = 50;

/** Finds the delimiter by cutting the beginning of the table with each, and taking the one that makes the most columns alike in the most rows. */
export async function dialectOf(head: Uint8Array, whole: boolean): Promise<Dialect> {
  const said = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(Buffer.from(head.subarray(0, 8)).toString('latin1'));
  const lineEnds = lineEndsOf(head);
  if (said?.[1] !== undefined) return { delimiter: said[1], lineEnds, skip: said[0].length };
  const lines = firstLines(head);
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters.keys()) {
    const merit = meritOf(
      await sample(lines, whole && lines.length === head.length, { delimiter, lineEnds }),
    );
    if (merit > most) [best, most] = [delimiter, merit];
  }
  return { delimiter: best, lineEnds, skip: 0 };
}

/**
 * The parser of a table. It always has the same options in the same order, since V8 reads the options of all parsers
 * more slowly once there are two kinds.
 */
export function tableParser({ delimiter, lineEnds }: Pick<Dialect, 'delimiter' | 'lineEnds'>): Parser {
  return parse({ delimiter, relax_column_count: true, record_delimiter: [...lineEnds] });
}

interface Sample {
  readonly rows: readonly (readonly string[])[];
  /** Whether a row could not be read: nothing behind it was. */
  readonly faulty: boolean;
}

/** The columns beyond the first times the share of rows that have as many cells as the header. */
function meritOf(sample: Sample): number {
  const { faulty } = sample;
  const [header, ...others] = belowTitle(sample.rows);
  if (header === undefined) return 0;
  const filled = others.filter((row) => row.some((cell) => cell !== ''));
  const alike = filled.filter((row) => row.length === header.length);
  const all = filled.length + (faulty ? 1 : 0);
  return (header.length - 1) * (all === 0 ? 1 : alike.length / all);
}

/**
 * Without the rows of a single cell on top, where all rows below them are a table: of three columns or more, since a text
 * in a column by itself may well have a delimiter in it.
 */
function belowTitle(rows: Sample['rows']): Sample['rows'] {
  const at = rows.findIndex((row) => row.length > 1);
  const table = rows.slice(Math.max(0, at)).filter((row) => row.some((cell) => cell !== ''));
  const width = table[0]?.length ?? 0;
  return width > 2 && table.every((row) => row.length === width) ? table : rows;
}

/** The rows of the first lines; one that is cut short is not among them. */
function sample(
  lines: Uint8Array,
  whole: boolean,
  dialect: Pick<Dialect, 'delimiter' | 'lineEnds'>,
): Promise<Sample> {
  return new Promise((done) => {
    const rows: string[][] = [];
    const parser = tableParser(dialect);
    parser.on('data', (row: string[]) => rows.push(row));
    parser.on('error', () => done({ rows, faulty: true }));
    parser.on('end', () => done({ rows, faulty: false }));
    parser.write(lines, () => {
      if (whole) parser.end();
      else setImmediate(() => done({ rows, faulty: false }));
    });
  });
}

function firstLines(head: Uint8Array): Uint8Array {
  let end = -1;
  for (let lines = 0; lines < sampledLines; lines += 1) {
    const next = head.indexOf(10, end + 1);
    if (next < 0) return head;
    end = next;
  }
  return head.subarray(0, end + 1);
}

/**
 * By the first line end that is not within quotes. A file that goes on with the other kind, being two joined into one, is
 * read all the same: what is left of CRLF is white space at the end of a cell.
 */
function lineEndsOf(head: Uint8Array): readonly string[] {
  let quoted = false;
  for (let i = 0; i < head.length; i += 1) {
    const byte = head[i];
    if (byte === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === 0x0a) return ['\n'];
    else if (byte === 0x0d) return head[i + 1] === 0x0a ? ['\r\n', '\n'] : ['\r'];
  }
  return ['\n'];
}
