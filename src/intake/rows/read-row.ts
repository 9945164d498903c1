import { type Finding, finding } from '../../finding/finding.js';
import { type RemarksDraft, readRemark } from '../../response/reading/read-remark.js';
import { resolveAnswers } from '../../response/resolve.js';
import { blankAnswer, type RemarkKey } from '../../response/response.js';
import type { BatchDraft, Rejected } from '../batch.js';
import { noCharacter } from '../bytes/decode.js';
import type { SourceCell } from '../columns/layout.js';
import type { Profile } from '../register/registered-units.js';
import { noteNotAsked } from '../session.js';
import { talliedFindings } from '../tally.js';
import { allBreaks, cellBreaks, knownAnswer, missingProfile, readProfileCell } from './cells.js';
import type { ResponseDraft } from './meta-cells.js';
import { cellPlace, pathPlace, rowPlace } from './places.js';
import { newAnswer, readNewCell, textOf } from './read-cell.js';
import { readGroups, readOthers } from './read-options.js';
import { rejectedCells } from './rejected-cells.js';
import {
  checkKey,
  checkRequired,
  endBlanks,
  idOf,
  isOfOtherWave,
  noteUnnamed,
  otherVersion,
  responseId,
} from './row-checks.js';
import { settleProfile, type UnreadCell } from './settle-profile.js';
import { isBlankCell, shownCell } from './special-cells.js';
import type { Table } from './table.js';

/** Reads one row into the batch, as a response or as a reject, and says how many lines it takes. */
export function readRow(table: Table, cells: readonly SourceCell[], line: number, batch: BatchDraft): number {
  table.rows += 1;
  table.breaks = 0;
  if (cells.length !== table.columns.width || cells[0] === '') {
    if (cells.every(isBlankCell)) {
      table.blanks += 1;
      return 1 + allBreaks(cells);
    }
    if (cells.length !== table.columns.width) {
      batch.read += 1;
      endBlanks(table, line);
      const found = finding('ragged-row', rowPlace(table, line), {
        found: cells.length,
        needed: table.columns.width,
      });
      reject(table, cells, line, { because: found.rule, findings: [found] }, batch);
      return 1 + allBreaks(cells);
    }
  }
  if (isOfOtherWave(table, cells)) return 1 + allBreaks(cells);
  batch.read += 1;
  if (table.blanks > 0) endBlanks(table, line);
  const leftOut = table.leavesOut?.(cells);
  if (leftOut !== undefined) {
    batch.leftOut.push({ place: rowPlace(table, line), because: leftOut });
    return 1 + allBreaks(cells);
  }
  for (const at of table.columns.unread) table.breaks += cellBreaks(cells[at]);
  if (table.unnamed.size > 0) noteUnnamed(table, cells, line, batch);
  const told = otherVersion(table, cells, line);
  if (told === undefined) readResponseRow(table, cells, line, batch);
  else reject(table, cells, line, { because: told.rule, findings: [], told }, batch);
  return 1 + table.breaks;
}

/** What is to be said of the table when its rows are read. */
export function closeTable({ tally }: Table): readonly Finding[] {
  return talliedFindings(tally);
}

function readResponseRow(table: Table, source: readonly SourceCell[], line: number, batch: BatchDraft): void {
  const { session } = table;
  const { constants } = table.columns;
  const cells = constants.length === 0 ? source : [...source, ...constants.map(({ cell }) => cell)];
  if (table.faulty.size > 0) table.faulty.clear();
  table.refusal = table.columns.refusal;

  if (table.file.encoding.damaged) findDamage(table, cells, line);
  readAnswers(table, cells, line);
  if (table.groups.length > 0) readGroups(table, cells, line);
  if (table.remarks.length > 0) readRemarks(table, cells, line);
  if (table.others.length > 0) readOthers(table, cells, line);
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
    if (isAccepted(table, draft) || lacksOnlyEarlier(table, draft, line)) {
      // Whether a question of a follow-up is asked depends on answers that came before.
      if (resolved.answeredNotAsked.length > 0 && table.omits !== 'answered') {
        noteNotAsked(session, resolved, (id) => cellPlace(table, line, table.columnOf.get(id) ?? 0));
      }
      batch.accepted.push({ response: draft, resolved, place: rowPlace(table, line) });
      return;
    }
    table.faults.push(...session.validator.findings(draft, (path) => pathPlace(table, line, path), []));
  }
  const { faults: findings, refusal: told } = table;
  const because = (told ?? findings[0])?.rule ?? 'response-bad-value';
  const reason = { because, findings, ...(told === undefined ? {} : { told }) };
  reject(table, source, line, reason, batch, draft.id);
}

/** Whether a response is as the schema says; most rows are made of answers that were looked at before. */
function isAccepted({ session: { validator }, areAccepted }: Table, draft: ResponseDraft): boolean {
  return (areAccepted && validator.acceptsRest(draft)) || validator.accepts(draft);
}

/** Whether all that is wrong with a row of a follow-up is what it does not ask for, since it was answered before. */
function lacksOnlyEarlier(table: Table, draft: ResponseDraft, line: number): boolean {
  if (table.omits !== 'answered') return false;
  const faults = table.session.validator.findings(draft, (path) => pathPlace(table, line, path), []);
  return faults.every(({ rule }) => rule === 'answer-missing');
}

/** Cells in which bytes stand that are no characters: nobody can say what they were. */
function findDamage(table: Table, cells: readonly SourceCell[], line: number): void {
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== 'string' || !cell.includes(noCharacter)) continue;
    table.faults.push(finding('input-not-utf8', cellPlace(table, line, at), {}));
    for (const { at: column, index } of table.questions) if (column === at) table.faulty.add(index);
  }
}

function readAnswers(table: Table, cells: readonly SourceCell[], line: number): void {
  const { answers } = table;
  table.areAccepted = true;
  for (const index of table.onlyRemarked) answers[index] = blankAnswer;
  for (const column of table.questions) {
    const cell = cells[column.at];
    answers[column.index] =
      cell === undefined || cell === ''
        ? blankAnswer
        : ((typeof cell === 'string' ? knownAnswer(column, cell) : undefined) ??
          newAnswer(table, column.id, readNewCell(table, column, cell, line)));
  }
}

function readRemarks(table: Table, cells: readonly SourceCell[], line: number): void {
  const { barriers } = table.session.reader;
  for (const column of table.remarks) {
    const cell = cells[column.at] ?? '';
    if (cell === '') continue;
    const text = textOf(table, cell, column.at, isText(column.remark) ? 'text' : 'label', line);
    if (typeof text !== 'string') {
      table.faults.push(text);
      continue;
    }
    const spot = { place: cellPlace(table, line, column.at), name: table.columns.names[column.at] ?? '' };
    const draft: RemarksDraft = {};
    const found = readRemark(column.reader, barriers, column.remark, text, spot, draft);
    if (found !== undefined) table.faults.push(found);
    const before = table.answers[column.index];
    if (before?.note !== undefined && draft.note !== undefined) draft.note = `${before.note}\n${draft.note}`;
    table.answers[column.index] = newAnswer(table, column.reader.question.id, { ...before, ...draft });
  }
}

function isText(remark: RemarkKey): boolean {
  return ['note', 'evidence', 'best_practice', 'contact'].includes(remark);
}

function readProfile(table: Table, cells: readonly SourceCell[], line: number, batch: BatchDraft): Profile {
  const { register } = table.session;
  const profile: Record<string, string | number> = {};
  const unread: UnreadCell[] = [];
  for (const column of table.profile) {
    const isRegistered = register?.fields.has(column.id) === true;
    const cell = cells[column.at] ?? '';
    let value: string | number | Finding | undefined =
      typeof cell === 'string' ? column.known.get(cell) : undefined;
    if (value === undefined) {
      const text = textOf(table, cell, column.at, 'text', line);
      const spot = { place: cellPlace(table, line, column.at), name: column.id };
      value =
        typeof text === 'string'
          ? readProfileCell(
              text === cell ? column : { ...column, known: new Map() },
              text,
              spot,
              table.session.units,
              batch.findings,
            )
          : text;
      const { field } = column.reader;
      if (value === undefined && field.required && !isRegistered) value = missingProfile(field, spot.place);
    }
    if (typeof value === 'object') {
      if (isRegistered) unread.push({ field: column.id, text: shownCell(cell), fault: value });
      else table.faults.push(value);
    } else if (value !== undefined) profile[column.id] = value;
  }
  return register === undefined ? profile : settleProfile(table, register, profile, unread, line);
}

function readMeta(table: Table, cells: readonly SourceCell[], line: number, draft: ResponseDraft): void {
  for (const { at, read } of table.meta) {
    const cell = cells[at] ?? '';
    if (isBlankCell(cell)) continue;
    const text = textOf(table, cell, at, 'date', line, 'completed');
    if (text === '') continue;
    const spot = () => ({ place: cellPlace(table, line, at), name: table.columns.names[at] ?? '' });
    const found = typeof text === 'string' ? read(text.trim(), draft, spot) : text;
    if (found !== undefined) table.faults.push(found);
  }
}

function reject(
  table: Table,
  cells: readonly SourceCell[],
  line: number,
  reason: Pick<Rejected, 'because' | 'findings' | 'told'>,
  batch: BatchDraft,
  id = idOf(table, cells),
): void {
  const row = { table: table.opened, cells: rejectedCells(table, cells), id };
  batch.rejected.push({ place: rowPlace(table, line), ...reason, row });
  // The reject keeps the list; the next row has one of its own.
  table.faults = [];
}
