import { Buffer } from 'node:buffer';
import type { CsvError, Parser } from 'csv-parse';
import { type Dialect, tableParser } from './delimiter.js';

/** Cuts the bytes of a table into rows, as they come; a fault ends it. */
export interface RowCutter {
  /** The rows that ended so far; whoever takes them empties the list. */
  readonly rows: string[][];
  readonly feed: (bytes: Uint8Array) => Promise<CsvError | undefined>;
  readonly end: () => Promise<CsvError | undefined>;
  readonly close: () => void;
}

const quote = 0x22;

/**
 * What csv-parse makes of a table, but sooner: where no quote stands in a piece of it, rows lie between line ends and cells between
 * delimiters, and are split so, in a quarter of the parser's time. A parser gets every piece with a quote, and then what
 * comes up to the end of a row.
 */
export function rowCutter(dialect: Dialect): RowCutter {
  const { delimiter, lineEnds } = dialect;
  const [shortest = '\n', ...longer] = lineEnds.toReversed();
  const lineEnd = shortest.charCodeAt(0);
  const rows: string[][] = [];
  /** The beginning of a row, while there is no parser. */
  let held = Buffer.alloc(0);
  let parser: Parser | undefined;
  /** Whether the parser has the beginning of a row, and whether that ends within a cell in quotes. */
  let isAmidRow = false;
  let isQuoted = false;

  function split(text: string): void {
    for (const line of text.split(shortest)) {
      rows.push((longer.length > 0 && line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
    }
  }

  /** Where the first row begins in bytes that go on with what the parser has; nothing where none does. */
  function nextRow(bytes: Uint8Array): number | undefined {
    let quoted = isQuoted;
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] === quote) quoted = !quoted;
      else if (bytes[at] === lineEnd && !quoted) return at + 1;
    }
    return undefined;
  }

  async function parse(bytes: Uint8Array): Promise<CsvError | undefined> {
    // In a table without a fault, quotes come in pairs.
    for (const byte of bytes) if (byte === quote) isQuoted = !isQuoted;
    isAmidRow = isQuoted || bytes.at(-1) !== lineEnd;
    parser ??= await flowingParser(dialect, rows);
    return fed(parser, bytes);
  }

  /** A parser holds the last bytes back until it knows that there are no more. */
  async function endParser(): Promise<CsvError | undefined> {
    if (parser === undefined) return undefined;
    const fault = await ended(parser);
    parser = undefined;
    isAmidRow = false;
    return fault;
  }

  return {
    rows,
    feed: async (fresh) => {
      const bytes = Buffer.concat([held, fresh]);
      held = Buffer.alloc(0);
      const start = isAmidRow ? nextRow(bytes) : 0;
      if (start === undefined || bytes.includes(quote, start)) return parse(bytes);
      const fault = (start > 0 ? await parse(bytes.subarray(0, start)) : undefined) ?? (await endParser());
      if (fault !== undefined) return fault;
      const end = bytes.lastIndexOf(lineEnd) + 1;
      held = bytes.subarray(Math.max(start, end));
      if (end > start) split(bytes.toString('utf8', start, end - 1));
      return undefined;
    },
    end: () => {
      if (held.length > 0) rows.push(held.toString('utf8').split(delimiter));
      return endParser();
    },
    close: () => parser?.destroy(),
  };
}

/** A parser that puts its rows into the list as soon as it has them. */
async function flowingParser(dialect: Dialect, rows: string[][]): Promise<Parser> {
  const parser = tableParser(dialect);
  parser.on('data', (row: string[]) => rows.push(row));
  // Rows are handed on at once only when the stream flows; until then they are kept, and lost in an error.
  await new Promise((flowing) => parser.once('resume', flowing));
  await new Promise(setImmediate);
  return parser;
}

function fed(parser: Parser, chunk: Uint8Array): Promise<CsvError | undefined> {
  return new Promise((done) => {
    parser.once('error', done);
    parser.write(chunk, (fault) => {
      if (fault !== null && fault !== undefined) return;
      parser.off('error', done);
      done(undefined);
    });
  });
}

function ended(parser: Parser): Promise<CsvError | undefined> {
  return new Promise((done) => {
    parser.once('error', done);
    parser.once('end', () => done(undefined));
    parser.end();
  });
}
