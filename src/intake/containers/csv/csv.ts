import { type Finding, finding } from '../../../finding/finding.js';
import { type Batch, type BatchDraft, emptyBatch, isEmpty } from '../../batch.js';
import { peek } from '../../bytes/peek.js';
import type { SourceRow } from '../../columns/layout.js';
import { allBreaks } from '../../rows/cells.js';
import { headRows, openRows } from '../../rows/open-rows.js';
import type { RowReader } from '../../rows/row-reader.js';
import { isBlankCell } from '../../rows/special-cells.js';
import type { Session, SourceFile } from '../../session.js';
import { mostColumns } from '../workbook/book.js';
import { csvFault, tooLong, tooWide } from './csv-fault.js';
import { delimiters, dialectOf } from './delimiter.js';
import { rowCutter } from './row-cutter.js';

const headSize = 1 << 16;
const longestRow = 1 << 20;

/** A table while it is read. */
interface Reading {
  readonly session: Session;
  readonly file: SourceFile;
  readonly delimiter: string;
  /** Those of the last chunk. */
  readonly rows: string[][];
  /** The line that the next row begins in. */
  line: number;
  /** The first rows, until there are enough of them to make out what the table is. */
  readonly held: SourceRow[];
  reader: RowReader | 'unreadable' | undefined;
}

/** Reads a table of text, one row a response, batch by batch as its bytes come. */
export async function* readCsv(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const { head, whole, chunks: all } = await peek(chunks, headSize);
  const dialect = await dialectOf(head, whole);
  const cutter = rowCutter(dialect);
  const reading: Reading = {
    session,
    file,
    delimiter: dialect.delimiter,
    rows: cutter.rows,
    line: dialect.skip > 0 ? 2 : 1,
    held: [],
    reader: undefined,
  };
  try {
    let { skip } = dialect;
    let pending = 0;
    for await (const chunk of all) {
      const fault = await cutter.feed(skip > 0 ? chunk.subarray(skip) : chunk);
      skip = Math.max(0, skip - chunk.length);
      pending = reading.rows.length > 0 ? 0 : pending + chunk.length;
      const broken = fault !== undefined || pending > longestRow;
      const batch = takeRows(reading, broken);
      if (fault !== undefined) batch.findings.push(csvFault(file, fault, reading.line));
      else if (broken) batch.findings.push(tooLong(file, reading.line));
      else if (reading.reader !== 'unreadable') {
        if (!isEmpty(batch)) yield batch;
        continue;
      }
      yield close(reading, batch);
      return;
    }
    const fault = await cutter.end();
    const batch = takeRows(reading, true);
    if (fault !== undefined) batch.findings.push(csvFault(file, fault, reading.line));
    batch.findings.push(...closingFindings(reading, batch));
    yield close(reading, batch);
  } finally {
    cutter.close();
  }
}

/** Reads the rows that there are into a batch, once there are enough of them, or no more, to know what they are. */
function takeRows(reading: Reading, ended: boolean): BatchDraft {
  const batch = emptyBatch(reading.file.name);
  const { rows, held } = reading;
  let next = 0;
  if (reading.reader === undefined) {
    while (next < rows.length && held.length < headRows) {
      const cells = rows[next] ?? [];
      held.push({ line: reading.line, cells });
      reading.line += 1 + allBreaks(cells);
      next += 1;
    }
    if (held.length === headRows || ended) open(reading, ended && next === rows.length, batch);
  }
  const { reader } = reading;
  if (reader !== undefined && reader !== 'unreadable') {
    for (; next < rows.length; next += 1) {
      reading.line += reader.read(rows[next] ?? [], reading.line, batch);
    }
  }
  rows.length = 0;
  return batch;
}

/** Makes out what the table is by the rows that are held, and reads those of them that are responses. */
function open(reading: Reading, whole: boolean, batch: BatchDraft): void {
  const { session, file, held } = reading;
  const filled = held.filter(({ cells }) => !cells.every(isBlankCell));
  const wide = filled.find(({ cells }) => cells.length > mostColumns);
  if (wide !== undefined) {
    batch.findings.push(tooWide(file, wide.line, wide.cells.length));
    reading.reader = 'unreadable';
    return;
  }
  if (filled.length === 0) {
    if (!whole) reading.reader = 'unreadable';
    return;
  }
  const delimiter = delimiters.get(reading.delimiter) ?? '';
  const reader = openRows(session, file, { rows: filled, whole, delimiter }, batch);
  reading.reader = reader ?? 'unreadable';
  const first = reader === undefined ? undefined : filled[reader.firstRow];
  if (reader === undefined || first === undefined) return;
  for (const { cells, line } of held.slice(held.indexOf(first))) reader.read(cells, line, batch);
}

function close({ reader }: Reading, batch: BatchDraft): Batch {
  if (reader !== undefined && reader !== 'unreadable') reader.close(batch);
  return batch;
}

function closingFindings({ file, reader }: Reading, { findings }: Batch): readonly Finding[] {
  if (reader !== undefined && reader !== 'unreadable' && reader.rows() === 0) {
    return [finding('input-no-responses', { file: file.name }, {})];
  }
  return reader === undefined && findings.length === 0
    ? [finding('input-empty', { file: file.name }, {})]
    : [];
}
