import type { RuleId } from '../finding/catalogue.js';
import { type Finding, finding } from '../finding/finding.js';
import { type RemarksDraft, readRemark } from '../response/read-remark.js';
import { resolveAnswers } from '../response/resolve.js';
import { type Answer, blankAnswer } from '../response/response.js';
import type { BatchDraft } from './batch.js';
import {
  allBreaks,
  isFinding,
  knownAnswer,
  lineBreaks,
  missingProfile,
  type QuestionColumn,
  readAnswerCell,
  readProfileCell,
} from './cells.js';
import type { ResponseDraft } from './meta-cells.js';
import { cellPlace, pathPlace, rowPlace } from './places.js';
import { checkKey, checkRequired, endBlanks, isOtherVersion, noteUnnamed, responseId } from './row-checks.js';
import { noteNotAsked } from './session.js';
import type { Table } from './table.js';
import { talliedFindings } from './tally.js';

/** Reads one row into the batch, as a response or as a reject, and says how many lines it takes. */
export function readRow(table: Table, cells: readonly string[], line: number, batch: BatchDraft): number {
  table.rows += 1;
  table.breaks = 0;
  if (cells.length !== table.columns.names.length || cells[0] === '') {
    if (isBlank(cells)) {
      table.blanks += 1;
      return 1 + allBreaks(cells);
    }
    if (cells.length !== table.columns.names.length) {
      endBlanks(table, line);
      const found = finding('ragged-row', rowPlace(table, line), {
        found: cells.length,
        needed: table.columns.names.length,
      });
      reject(table, line, 'ragged-row', [found], batch);
      return 1 + allBreaks(cells);
    }
  }
  if (table.blanks > 0) endBlanks(table, line);
  for (const at of table.columns.unread) table.breaks += lineBreaks(cells[at] ?? '');
  if (table.unnamed.size > 0) noteUnnamed(table, cells, line, batch);
  if (isOtherVersion(table, cells, line)) reject(table, line, 'other-version', [], batch);
  else readResponseRow(table, cells, line, batch);
  return 1 + table.breaks;
}

/** What is to be said of the table when its rows are read. */
export function closeTable({ tally }: Table): readonly Finding[] {
  return talliedFindings(tally);
}

function readResponseRow(table: Table, cells: readonly string[], line: number, batch: BatchDraft): void {
  const { session } = table;
  if (table.faults.length > 0) table.faults = [];
  if (table.faulty.size > 0) table.faulty.clear();
  table.refusal = table.columns.refuses ? 'missing-column' : undefined;

  readAnswers(table, cells, line);
  if (table.remarks.length > 0) readRemarks(table, cells, line);
  const draft: ResponseDraft = {
    milepost: 1,
    questionnaire: session.reference,
    id: responseId(table, cells, line),
    profile: readProfile(table, cells, line, batch),
    answers: table.makeAnswers(table.answers),
  };
  if (table.meta.length > 0) readMeta(table, cells, line, draft);
  checkKey(table, cells, line, draft);
  const resolved = resolveAnswers(session.questionnaire, table.answers, draft.profile);
  checkRequired(table, resolved, line);

  if (table.faults.length === 0 && table.refusal === undefined) {
    if (session.validator.accepts(draft)) {
      if (resolved.answeredNotAsked.length > 0) {
        noteNotAsked(session, resolved, (id) => cellPlace(table, line, table.columnOf.get(id) ?? 0));
      }
      batch.accepted.push({ response: draft, resolved, place: rowPlace(table, line) });
      return;
    }
    table.faults.push(...session.validator.findings(draft, (path) => pathPlace(table, line, path), []));
  }
  const because = table.refusal ?? table.faults[0]?.rule ?? 'response-bad-value';
  reject(table, line, because, table.faults, batch);
}

function readAnswers(table: Table, cells: readonly string[], line: number): void {
  const { answers } = table;
  for (const column of table.questions) {
    const text = cells[column.at];
    answers[column.index] =
      text === undefined || text === ''
        ? blankAnswer
        : (knownAnswer(column, text) ?? readNewCell(table, column, text, line));
  }
}

function readNewCell(table: Table, column: QuestionColumn, text: string, line: number): Answer {
  table.breaks += lineBreaks(text);
  const read = readAnswerCell(column, text, { place: cellPlace(table, line, column.at), name: column.id });
  if (!isFinding(read)) return read;
  table.faults.push(read);
  table.faulty.add(column.index);
  return blankAnswer;
}

function readRemarks(table: Table, cells: readonly string[], line: number): void {
  const { barriers } = table.session.reader;
  for (const column of table.remarks) {
    const text = cells[column.at] ?? '';
    if (text === '') continue;
    table.breaks += lineBreaks(text);
    const spot = { place: cellPlace(table, line, column.at), name: table.columns.names[column.at] ?? '' };
    const draft: RemarksDraft = {};
    const found = readRemark(column.reader, barriers, column.remark, text, spot, draft);
    if (found !== undefined) table.faults.push(found);
    table.answers[column.index] = { ...table.answers[column.index], ...draft };
  }
}

function readProfile(
  table: Table,
  cells: readonly string[],
  line: number,
  batch: BatchDraft,
): Record<string, string | number> {
  const profile: Record<string, string | number> = {};
  for (const column of table.profile) {
    const text = cells[column.at] ?? '';
    let value: string | number | Finding | undefined = column.known.get(text);
    if (value === undefined) {
      table.breaks += lineBreaks(text);
      const spot = { place: cellPlace(table, line, column.at), name: column.id };
      value = readProfileCell(column, text, spot, table.session.units, batch.findings);
      if (value === undefined && column.reader.field.required) value = missingProfile(column, spot.place);
    }
    if (typeof value === 'object') table.faults.push(value);
    else if (value !== undefined) profile[column.id] = value;
  }
  return profile;
}

function readMeta(table: Table, cells: readonly string[], line: number, draft: ResponseDraft): void {
  for (const { at, read } of table.meta) {
    const cell = cells[at] ?? '';
    const text = cell.trim();
    if (text === '') continue;
    table.breaks += lineBreaks(cell);
    const found = read(text, draft, {
      place: cellPlace(table, line, at),
      name: table.columns.names[at] ?? '',
    });
    if (found !== undefined) table.faults.push(found);
  }
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false;
  return true;
}

function reject(
  table: Table,
  line: number,
  because: RuleId,
  findings: readonly Finding[],
  batch: BatchDraft,
): void {
  batch.rejected.push({ place: rowPlace(table, line), because, findings });
}
