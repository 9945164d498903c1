import { Buffer } from 'node:buffer';
import { parse } from 'csv-parse';

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

const sampled = 50;

/** Finds the delimiter by cutting the beginning of the table with each, and taking the one that makes the most columns alike in the most rows. */
export async function dialectOf(head: Uint8Array, whole: boolean): Promise<Dialect> {
  const said = /^sep=([,;\t|])\r?\n/i.exec(Buffer.from(head.subarray(0, 8)).toString('latin1'));
  const lineEnds = lineEndsOf(head);
  if (said?.[1] !== undefined) return { delimiter: said[1], lineEnds, skip: said[0].length };
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters.keys()) {
    const merit = meritOf(await sample(head, whole, delimiter, lineEnds));
    if (merit > most) [best, most] = [delimiter, merit];
  }
  return { delimiter: best, lineEnds, skip: 0 };
}

/** The columns beyond the first times the share of rows that have as many cells as the header. */
function meritOf(rows: readonly (readonly string[])[]): number {
  const [header, ...others] = rows;
  if (header === undefined) return 0;
  const filled = others.filter((row) => row.some((cell) => cell !== ''));
  const alike = filled.filter((row) => row.length === header.length);
  return (header.length - 1) * (filled.length === 0 ? 1 : alike.length / filled.length);
}

/** The first rows; a row that the head ends in is not among them, nor any behind a fault. */
function sample(
  head: Uint8Array,
  whole: boolean,
  delimiter: string,
  lineEnds: readonly string[],
): Promise<readonly (readonly string[])[]> {
  return new Promise((done) => {
    const rows: string[][] = [];
    const parser = parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: [...lineEnds],
      to: sampled,
    });
    parser.on('data', (row: string[]) => rows.push(row));
    parser.on('error', () => done(rows));
    parser.on('end', () => done(rows));
    parser.write(head, () => {
      if (whole) parser.end();
      else setImmediate(() => done(rows));
    });
  });
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
