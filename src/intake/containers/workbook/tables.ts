import { type Finding, finding } from '../../../finding/finding.js';
import { columnLetter } from '../../../finding/words.js';
import { type Batch, emptyBatch, isEmpty } from '../../batch.js';
import type { SourceRow, TableHead } from '../../columns/layout.js';
import { type Recognised, taken } from '../../flavours/registry.js';
import { headRows, openRows, recogniseTable } from '../../rows/open-rows.js';
import { openSheet, type Session, type SourceFile } from '../../session.js';
import type { Book, Sheet } from './book.js';

const batchSize = 1000;
/** Of a table, as wide as its widest row. */
const mostArea = 50_000_000;

/** A sheet with something in it, and whose table it is, if it is one. */
interface Candidate {
  readonly sheet: Sheet;
  readonly head: TableHead;
  readonly recognised: Recognised | undefined;
}

/**
 * Reads every sheet that is a table of responses, each by itself. A sheet that is none is passed over where another is
 * one. Hidden sheets are not read; hidden rows and columns of others are.
 */
export function* readTables(session: Session, file: SourceFile, { sheets }: Book): Generator<Batch> {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const candidates = filled.filter(({ hidden }) => !hidden).map((sheet) => candidate(session, file, sheet));
  const said = file.options.flavour;
  const tables = candidates.filter(({ recognised }) => recognised !== undefined);
  // What a person says of the only sheet holds, signature or not.
  const read = tables.length > 0 || said === undefined || candidates.length > 1 ? tables : candidates;
  const batch = emptyBatch(file.name);
  if (read.length === 0) {
    const example = session.questionnaire.questions[0]?.id;
    const names = candidates.map(({ sheet }) => sheet.name);
    batch.findings.push(finding('workbook-without-table', { file: file.name }, { sheets: names, example }));
  } else {
    for (const { sheet } of candidates.filter((one) => !read.includes(one))) {
      batch.findings.push(finding('sheet-passed-over', topOf(file, sheet), {}));
    }
  }
  for (const sheet of filled.filter(({ hidden }) => hidden)) {
    const { recognised } = candidate(session, file, sheet);
    if (recognised !== undefined) batch.findings.push(finding('sheet-hidden', topOf(file, sheet), {}));
  }
  if (!isEmpty(batch)) yield batch;
  for (const table of read) yield* readTable(session, file, table, read.length === 1);
}

function candidate(session: Session, file: SourceFile, sheet: Sheet): Candidate {
  const rows = sheet.rows.slice(0, headRows).map((row) => sourceRow(sheet, row));
  const head: TableHead = { sheet: sheet.name, rows, whole: rows.length === sheet.rows.length };
  return { sheet, head, recognised: recogniseTable(session, file, head) };
}

function* readTable(
  session: Session,
  file: SourceFile,
  { sheet, head, recognised }: Candidate,
  only: boolean,
): Generator<Batch> {
  const area = sheet.rows.length * sheet.width;
  if (area > mostArea) {
    const what = `a table of ${area.toLocaleString('en-GB')} cells`;
    yield {
      ...emptyBatch(file.name, sheet.name),
      findings: [finding('workbook-too-large', topOf(file, sheet), { what })],
    };
    return;
  }
  const part = openSheet(session, file, sheet.name, only);
  let batch = emptyBatch(file.name, sheet.name);
  const whose = recognised ?? taken(head, session.names, file.options.flavour);
  const reader = openRows(session, part, head, batch, whose);
  if (reader === undefined) {
    yield batch;
    return;
  }
  const first = sheet.rows[reader.firstRow];
  batch.findings.push(...sheetFindings(file, sheet, first));
  let next = first ?? 0;
  for (const row of sheet.rows.slice(reader.firstRow)) {
    for (; next < row; next += 1) reader.read([], next + 1, batch);
    reader.read(sheet.cells(row), row + 1, batch);
    next = row + 1;
    if (batch.read < batchSize) continue;
    yield batch;
    batch = emptyBatch(file.name, sheet.name);
  }
  if (reader.rows() === 0) batch.findings.push(finding('input-no-responses', topOf(file, sheet), {}));
  reader.close(batch);
  if (!isEmpty(batch)) yield batch;
}

/** What the rows of responses have besides cells. */
function sheetFindings(file: SourceFile, sheet: Sheet, first: number | undefined): readonly Finding[] {
  if (first === undefined) return [];
  const findings: Finding[] = [];
  const placeOf = (row: number, column: number) => ({
    file: file.name,
    cell: { sheet: sheet.name, line: row + 1, column: column + 1 },
  });
  const merges = sheet.merges.filter(
    ({ from, to }) => to.row >= first && sheet.cell(from.row, from.column) !== '',
  );
  const [merge] = merges;
  if (merge !== undefined) {
    const range = [merge.from, merge.to].map(({ row, column }) => `${columnLetter(column + 1)}${row + 1}`);
    const place = placeOf(merge.from.row, merge.from.column);
    findings.push(finding('cells-merged', place, { range: range.join(':'), merges: merges.length }));
  }
  const notes = sheet.notes().filter(({ row }) => row >= first);
  const [note] = notes;
  if (note !== undefined) {
    findings.push(finding('cells-with-notes', placeOf(note.row, note.column), { cells: notes.length }));
  }
  return findings;
}

function sourceRow(sheet: Sheet, row: number): SourceRow {
  return { line: row + 1, cells: sheet.cells(row) };
}

function topOf(file: SourceFile, { name, rows }: Sheet) {
  return { file: file.name, cell: { sheet: name, line: (rows[0] ?? 0) + 1 } };
}
