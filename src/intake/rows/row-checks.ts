import { type Finding, finding } from '../../finding/finding.js';
import { missingRequired, type Resolved } from '../../response/resolve.js';
import { plainText } from '../../response/texts/safe-text.js';
import type { BatchDraft } from '../batch.js';
import type { SourceCell } from '../columns/layout.js';
import type { Columns as AlikeColumns } from '../keys/alike.js';
import { claimText } from '../session.js';
import { countOne } from '../tally.js';
import { allBreaks, cellBreaks } from './cells.js';
import type { ResponseDraft } from './meta-cells.js';
import { cellPlace, rowPlace, rowText } from './places.js';
import { isBlankCell, shownCell } from './special-cells.js';
import type { Table } from './table.js';

/** The cell, or file and row where there is none: rows are counted from 1 below the header, blank ones too. */
export function idOf(table: Table, cells: readonly SourceCell[]): string {
  const written = table.idAt < 0 ? '' : shownCell(cells[table.idAt] ?? '').trim();
  const given = table.columns.areProtected ? plainText(written) : written;
  return given === '' ? `${table.file.stem}:${table.rows}` : given;
}

/** The same, and what is to be said of it. */
export function responseId(table: Table, cells: readonly SourceCell[], line: number): string {
  const id = idOf(table, cells);
  if (table.idAt < 0) return id;
  const cell = cells[table.idAt] ?? '';
  table.breaks += cellBreaks(cell);
  if (isBlankCell(cell)) {
    const place = cellPlace(table, line, table.idAt);
    countOne(table.tally, 'ids-missing', (rows) => finding('ids-missing', place, { rows, id }));
  } else if (id.includes('\0')) {
    table.faults.push(finding('answer-nul', cellPlace(table, line, table.idAt), { name: 'response_id' }));
  }
  return id;
}

/** Refuses a row whose key an earlier one has, and tells of one that has the same cells. */
export function checkKey(
  table: Table,
  cells: readonly SourceCell[],
  line: number,
  { wave, id }: ResponseDraft,
): void {
  const { session } = table;
  const claim = session.keys.claim(wave, id, line);
  if (claim === undefined) {
    if (table.alike !== undefined) noteAlike(table, table.alike, cells, line);
    return;
  }
  if (table.idAt >= 0) {
    if (session.options.duplicates !== 'refuse') return;
    const first = claimText(session, claim);
    table.faults.push(finding('duplicate-response', cellPlace(table, line, table.idAt), { id, wave, first }));
    return;
  }
  const place = rowPlace(table, line);
  const other = session.files[claim.file]?.name ?? '';
  const tell = (rows: number) => finding('duplicate-file-name', place, { rows, other });
  table.refusal = tell(1);
  countOne(table.tally, `duplicate-file-name ${other}`, tell);
}

/** Counts a row that has the cells of one before: by its table, or for all where the other stands elsewhere. */
function noteAlike(table: Table, columns: AlikeColumns, cells: readonly SourceCell[], line: number): void {
  const { session, file } = table;
  const alike = session.alike.firstOf(columns, cells, { file: file.index, position: line });
  if (alike === undefined) return;
  const isHere = alike.file === file.index;
  const place = rowPlace(table, line);
  const first = isHere ? rowText(table, alike.position) : claimText(session, alike);
  const tally = isHere ? table.tally : session.alikeElsewhere;
  countOne(tally, 'alike-rows', (rows) => finding('alike-rows', place, { rows, first }));
}

/** A cell that could not be read is not missing as well, nor does it say what should have been asked. */
export function checkRequired(table: Table, resolved: Resolved, line: number): void {
  for (const index of missingRequired(table.session.questionnaire, resolved)) {
    const question = table.session.questionnaire.questions[index];
    if (question === undefined || table.faulty.has(index)) continue;
    if (question.when !== undefined && table.faulty.size > 0) continue;
    const { id, nonAnswers: permitted } = question;
    const at = table.columnOf.get(id);
    if (at !== undefined) {
      table.faults.push(finding('answer-missing', cellPlace(table, line, at), { name: id, permitted }));
    } else if (question.when !== undefined && table.omits !== 'answered') {
      const place = rowPlace(table, line);
      const tell = (responses: number) => finding('missing-asked-column', place, { column: id, responses });
      table.refusal ??= tell(1);
      countOne(table.tally, `missing-asked-column ${id}`, tell);
    }
  }
}

/** Whether the row is of a wave that is not read. */
export function isOfOtherWave({ session, columns }: Table, cells: readonly SourceCell[]): boolean {
  const { isRead } = session.options;
  if (isRead === undefined) return false;
  const at = columns.meta.get('wave') ?? -1;
  const cell = at < columns.width ? cells[at] : columns.constants[at - columns.width]?.cell;
  return !isRead(shownCell(cell ?? '').trim());
}

/** What refuses a row that answers another version of the questionnaire; told once a version. */
export function otherVersion(table: Table, cells: readonly SourceCell[], line: number): Finding | undefined {
  const cell = table.versionAt < 0 ? '' : shownCell(cells[table.versionAt] ?? '');
  const found = cell.trim();
  const needed = table.session.questionnaire.version;
  if (found === '' || found === needed) {
    table.breaks += cellBreaks(cells[table.versionAt]);
    return undefined;
  }
  const place = cellPlace(table, line, table.versionAt);
  const tell = (responses: number) => finding('other-version', place, { found, needed, responses });
  countOne(table.tally, `other-version ${found}`, tell);
  table.breaks = allBreaks(cells);
  return tell(1);
}

/** Tells once of a column without a name that has something in it. */
export function noteUnnamed(
  table: Table,
  cells: readonly SourceCell[],
  line: number,
  batch: BatchDraft,
): void {
  for (const at of table.unnamed) {
    if (isBlankCell(cells[at])) continue;
    table.unnamed.delete(at);
    batch.findings.push(
      finding('unknown-column', cellPlace(table, line, at), { column: '', suggestion: undefined }),
    );
  }
}

/** Counts the blank rows before a row that is not: those at the end of a file are nothing to tell of. */
export function endBlanks(table: Table, line: number): void {
  const place = rowPlace(table, line - 1);
  for (; table.blanks > 0; table.blanks -= 1) {
    countOne(table.tally, 'blank-rows', (rows) => finding('blank-rows', place, { rows }));
  }
}
