import { type CsvError, type Parser, parse } from 'csv-parse';
import { finding } from '../finding/finding.js';
import { type Batch, emptyBatch, isEmpty } from './batch.js';
import { lineBreaks } from './cells.js';
import { csvFault } from './csv-fault.js';
import { delimiters, dialectOf } from './delimiter.js';
import { headColumns } from './headers.js';
import { peek } from './peek.js';
import { closeTable, readRow } from './rows.js';
import type { Session, SourceFile } from './session.js';
import { openTable, type Table } from './table.js';

const headSize = 1 << 16;
const longestRow = 1_000_000;

/** Reads a table of text, one row a response, batch by batch as its bytes come. */
export async function* readCsv(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const peeked = await peek(chunks, headSize);
  const { delimiter, skip } = await dialectOf(peeked.head, peeked.whole);
  const rows: string[][] = [];
  const parser = await parserOf(delimiter, rows);
  let table: Table | undefined;
  let line = skip > 0 ? 2 : 1;
  let skipped = skip;

  /** Reads what the parser has made of a chunk; false when there is no going on. */
  function* take(): Generator<Batch, boolean> {
    const batch = emptyBatch();
    for (const row of rows) {
      if (table !== undefined) {
        line += readRow(table, row, line, batch);
        continue;
      }
      const headed = headColumns(session, file, row, line, delimiters.get(delimiter) ?? delimiter);
      batch.findings.push(...headed.findings);
      if (headed.columns === undefined) {
        yield batch;
        return false;
      }
      table = openTable(session, file, headed.columns);
      line += 1;
      for (const cell of row) line += lineBreaks(cell);
    }
    rows.length = 0;
    if (!isEmpty(batch)) yield batch;
    return true;
  }

  for await (const chunk of peeked.chunks) {
    const fault = await fed(parser, chunk.subarray(skipped));
    skipped = 0;
    if (!(yield* take())) return;
    if (fault !== undefined) {
      yield {
        ...emptyBatch(),
        findings: [csvFault(file, fault, line), ...(table === undefined ? [] : closeTable(table))],
      };
      return;
    }
  }
  // A row that a broken file ends in is no row.
  const fault = file.broken ? undefined : await ended(parser);
  if (!(yield* take())) return;
  const findings = table === undefined ? [] : [...closeTable(table)];
  if (fault !== undefined) findings.unshift(csvFault(file, fault, line));
  else if (table === undefined && !file.broken)
    findings.push(finding('input-empty', { file: file.name }, {}));
  else if (table?.rows === 0) findings.push(finding('input-no-responses', { file: file.name }, {}));
  if (findings.length > 0) yield { ...emptyBatch(), findings };
}

/** A parser that puts its rows into the list as soon as it has them. */
async function parserOf(delimiter: string, rows: string[][]): Promise<Parser> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
  });
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
