import type { CsvError, Parser } from 'csv-parse';
import { type Finding, finding } from '../finding/finding.js';
import { type Batch, type BatchDraft, emptyBatch, isEmpty } from './batch.js';
import { lineBreaks } from './cells.js';
import { csvFault, tooLong } from './csv-fault.js';
import { type Dialect, delimiters, dialectOf, tableParser } from './delimiter.js';
import { headColumns } from './headers.js';
import { peek } from './peek.js';
import { closeTable, readRow } from './rows.js';
import { encodingFindings, type Session, type SourceFile } from './session.js';
import { openTable, type Table } from './table.js';

const headSize = 1 << 16;
const longestRow = 1 << 20;

/** A table while it is read. */
interface Reading {
  readonly session: Session;
  readonly file: SourceFile;
  readonly delimiter: string;
  /** What the parser has made of the last chunk. */
  readonly rows: string[][];
  /** The line that the next row begins in. */
  line: number;
  table: Table | undefined;
}

/** Reads a table of text, one row a response, batch by batch as its bytes come. */
export async function* readCsv(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const { head, whole, chunks: all } = await peek(chunks, headSize);
  const dialect = await dialectOf(head, whole);
  const { delimiter } = dialect;
  const reading: Reading = {
    session,
    file,
    delimiter,
    rows: [],
    line: dialect.skip > 0 ? 2 : 1,
    table: undefined,
  };
  const parser = await parserOf(dialect, reading.rows);
  try {
    let { skip } = dialect;
    let pending = 0;
    for await (const chunk of all) {
      const fault = await fed(parser, skip > 0 ? chunk.subarray(skip) : chunk);
      skip = Math.max(0, skip - chunk.length);
      pending = reading.rows.length > 0 ? 0 : pending + chunk.length;
      const batch = takeRows(reading);
      if (fault !== undefined) batch.findings.push(csvFault(file, fault, reading.line));
      else if (pending > longestRow) batch.findings.push(tooLong(file, reading.line));
      else if (reading.table !== undefined || batch.findings.length === 0) {
        if (!isEmpty(batch)) yield batch;
        continue;
      }
      yield close(reading, batch);
      return;
    }
    const fault = await ended(parser);
    const batch = takeRows(reading);
    if (fault !== undefined && file.badByte === undefined)
      batch.findings.push(csvFault(file, fault, reading.line));
    batch.findings.push(...closingFindings(reading, batch));
    yield close(reading, batch);
  } finally {
    parser.destroy();
  }
}

/** Reads the rows that there are into a batch; the first of all is the header. */
function takeRows(reading: Reading): BatchDraft {
  const batch = emptyBatch();
  const { session, file, rows } = reading;
  for (const row of rows) {
    if (reading.table !== undefined) {
      reading.line += readRow(reading.table, row, reading.line, batch);
      continue;
    }
    const name = delimiters.get(reading.delimiter) ?? '';
    const { columns, findings } = headColumns(session, file, row, reading.line, name);
    batch.findings.push(...findings);
    if (columns === undefined) break;
    reading.table = openTable(session, file, columns);
    reading.line += 1;
    for (const cell of row) reading.line += lineBreaks(cell);
  }
  rows.length = 0;
  return batch;
}

function close({ table }: Reading, batch: BatchDraft): Batch {
  return table === undefined ? batch : { ...batch, findings: [...batch.findings, ...closeTable(table)] };
}

function closingFindings({ file, table, line }: Reading, { findings }: Batch): readonly Finding[] {
  if (file.badByte !== undefined) return encodingFindings(file, line);
  if (table?.rows === 0) return [finding('input-no-responses', { file: file.name }, {})];
  return table === undefined && findings.length === 0
    ? [finding('input-empty', { file: file.name }, {})]
    : [];
}

/** A parser that puts its rows into the list as soon as it has them. */
async function parserOf(dialect: Dialect, rows: string[][]): Promise<Parser> {
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
