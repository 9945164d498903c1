import { type Finding, finding, isError, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { columnLetter } from '../../finding/words.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import {
  type Adjustment,
  adjustmentKinds,
  isSameSaid,
  type Said,
  saidText,
} from '../../response/adjustment.js';
import { type AnswerReader, answerReaderById, readAnswer } from '../../response/reading/read-answer.js';
import { isDate } from '../../response/texts/plain-values.js';
import { plainText } from '../../response/texts/safe-text.js';
import { type TextRow, wholeTable } from '../containers/csv/whole-table.js';
import type { Adjustments, PlacedAdjustment } from './adjustments.js';

/** The columns of the table; all but `wave` must be there, and must have something in them unless they say a blank answer. */
const columns = ['wave', 'response_id', 'question', 'from', 'to', 'kind', 'because', 'by', 'on'] as const;
type Column = (typeof columns)[number];
const filled = ['response_id', 'question', 'kind', 'because', 'by', 'on'] as const;

/** The adjustments, unless the table as a whole cannot be used, which the findings then say. */
export type ReadAdjustments =
  | { readonly adjustments: Adjustments; readonly findings: readonly Finding[] }
  | { readonly adjustments?: undefined; readonly findings: readonly Finding[] };

/** Reads a table of adjustments from the text of a CSV file. A row with a fault is refused by itself. */
export async function readAdjustments(
  file: string,
  text: string,
  questionnaire: Questionnaire,
): Promise<ReadAdjustments> {
  const { rows, fault } = await wholeTable(file, text);
  if (fault !== undefined) return { findings: [fault] };
  const [first, ...others] = rows;
  if (first === undefined) return { findings: [finding('adjustments-empty', { file }, {})] };
  const header = readHeader(file, first);
  if (header.findings.some(isError)) return { findings: header.findings };
  const readerOf = answerReaderById(questionnaire);
  const ids = questionnaire.questions.map(({ id }) => id);
  const findings: Finding[] = [];
  const read = others.flatMap((row) => {
    const found = readRow(openRow(file, header, row), readerOf, ids);
    if (!Array.isArray(found)) return [found];
    findings.push(...found);
    return [];
  });
  const placed = onlyOnce(read, findings);
  const refused = others.length - placed.length;
  return {
    adjustments: { file, read: others.length, placed, refused, findings },
    findings: header.findings,
  };
}

interface Header {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

function readHeader(file: string, { cells, line }: TextRow): Header {
  const names = cells.map((cell) => fold(cell));
  const at = new Map<string, number>();
  const findings: Finding[] = [];
  const missing = columns.filter((column) => column !== 'wave' && !names.includes(column));
  for (const [index, name] of names.entries()) {
    const place = { file, cell: { line, column: index + 1, name } };
    const first = at.get(name);
    if (name === '') continue;
    if (first !== undefined) {
      const args = { column: name, first: columnLetter(first + 1) };
      findings.push(finding('adjustments-column-twice', place, args));
      continue;
    }
    at.set(name, index);
    if (columns.some((column) => column === name)) continue;
    const suggestion = suggest(name, names.includes('wave') ? missing : [...missing, 'wave']);
    // What is likely one of those that are missing is told with it.
    if (suggestion !== undefined && suggestion !== 'wave') continue;
    findings.push(finding('unknown-column', place, { column: name, suggestion }));
  }
  const strangers = names.filter((name) => !columns.some((column) => column === name));
  for (const column of missing) {
    const suggestion = suggest(column, strangers);
    const index = suggestion === undefined ? -1 : names.indexOf(suggestion);
    const cell = index < 0 ? { line } : { line, column: index + 1, name: names[index] ?? '' };
    findings.push(finding('adjustments-column-missing', { file, cell }, { column, suggestion }));
  }
  return { names, at, findings };
}

/** A row while it is read. */
interface OpenRow {
  readonly place: Place;
  readonly cellPlace: (column: Column) => Place;
  readonly text: (column: Column) => string;
  readonly ragged: Finding | undefined;
}

function openRow(file: string, { names, at }: Header, { cells, line }: TextRow): OpenRow {
  const place = { file, cell: { line } };
  const args = { found: cells.length, needed: names.length };
  return {
    place,
    cellPlace: (column) => ({ file, cell: { line, column: (at.get(column) ?? 0) + 1, name: column } }),
    text: (column) => plainText((cells[at.get(column) ?? -1] ?? '').trim()),
    ragged: cells.length === names.length ? undefined : finding('ragged-row', place, args),
  };
}

function readRow(
  row: OpenRow,
  readerOf: (id: string) => AnswerReader | undefined,
  ids: readonly string[],
): PlacedAdjustment | Finding[] {
  if (row.ragged !== undefined) return [row.ragged];
  const { text, cellPlace } = row;
  const findings: Finding[] = filled
    .filter((column) => text(column) === '')
    .map((column) => finding('adjustment-cell-blank', cellPlace(column), { column }));
  const report = (found: Finding): undefined => {
    findings.push(found);
  };
  const question = text('question');
  const reader = readerOf(question);
  if (question !== '' && reader === undefined) {
    const args = { found: question, suggestion: suggest(question, ids) };
    report(finding('adjustment-question-unknown', cellPlace('question'), args));
  }
  const from = reader && readSaid(reader, row, 'from', report);
  const to = reader && readSaid(reader, row, 'to', report);
  if (from !== undefined && to !== undefined && isSameSaid(from, to)) {
    report(finding('adjustment-same', cellPlace('to'), { question, said: saidText(to) }));
  }
  const kind = readKind(row, report);
  const on = text('on');
  if (on !== '' && !isDate(on)) {
    report(finding('answer-not-a-date', cellPlace('on'), { name: 'on', found: on }));
  }
  if (findings.length > 0 || from === undefined || to === undefined || kind === undefined) return findings;
  const adjustment: Adjustment = { question, from, to, kind, because: text('because'), by: text('by'), on };
  const places = { row: row.place, id: cellPlace('response_id'), from: cellPlace('from') };
  return { wave: text('wave') || undefined, id: text('response_id'), adjustment, places };
}

/** What a cell says of an answer, read as an answer's own cell is; a blank one says that it is blank. */
function readSaid(
  reader: AnswerReader,
  { text, cellPlace }: OpenRow,
  column: 'from' | 'to',
  report: (found: Finding) => undefined,
): Said | undefined {
  const reading = readAnswer(reader, text(column), { place: cellPlace(column), name: reader.question.id });
  switch (reading.kind) {
    case 'fault':
      return report(reading.finding);
    case 'blank':
      return {};
    case 'value':
      return { value: reading.value };
    case 'non_answer':
      return { non_answer: reading.non_answer };
  }
}

function readKind({ text, cellPlace }: OpenRow, report: (found: Finding) => undefined) {
  const found = text('kind');
  const kind = adjustmentKinds.find((known) => known === fold(found));
  if (kind !== undefined || found === '') return kind;
  const args = { name: 'kind', found, allowed: adjustmentKinds, suggestion: suggest(found, adjustmentKinds) };
  return report(finding('cell-unknown', cellPlace('kind'), args));
}

/** Without the adjustments of an answer that is adjusted more than once: nobody can say which holds. */
function onlyOnce(placed: readonly PlacedAdjustment[], findings: Finding[]): readonly PlacedAdjustment[] {
  const byAnswer = new Map<string, PlacedAdjustment[]>();
  for (const one of placed) {
    const key = JSON.stringify([one.wave ?? '', one.id, one.adjustment.question]);
    byAnswer.set(key, [...(byAnswer.get(key) ?? []), one]);
  }
  return [...byAnswer.values()].flatMap((all) => {
    const [first, ...others] = all;
    for (const { id, places, adjustment } of others) {
      const args = { id, question: adjustment.question, first: first?.places.row.cell?.line ?? 0 };
      findings.push(finding('adjustment-twice', places.row, args));
    }
    return others.length === 0 ? all : [];
  });
}
