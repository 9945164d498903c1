import { type Finding, finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { type Answer, blankAnswer } from '../../response/response.js';
import { plainText } from '../../response/texts/safe-text.js';
import type { SourceCell, WordPlace } from '../columns/layout.js';
import { plainCell } from '../local/column-habit.js';
import { countOne } from '../tally.js';
import { cellBreaks, isFinding, type QuestionColumn, readAnswerCell } from './cells.js';
import { placeCode } from './place-codes.js';
import { cellPlace } from './places.js';
import { textOfSpecial, type Wanted } from './special-cells.js';
import type { Table } from './table.js';

/** Reads a cell of a question that its column has not met before. */
export function readNewCell(table: Table, column: QuestionColumn, cell: SourceCell, line: number): Answer {
  const { type } = column.reader.question;
  const wanted = type === 'date' || type === 'text' ? type : 'label';
  const text = textOf(table, cell, column.at, wanted, line, type);
  if (typeof text !== 'string') return faulty(table, column, text);
  if (text === '' && typeof cell === 'string') tellBlank(table, column, cell, line);
  // What a column knows, it knows by cells as they are written: a text that a map has put in their place is none of them.
  if (text !== cell) return readText(table, { ...column, known: new Map(), short: [] }, text, line);
  const code = table.columns.cells.codes === undefined ? undefined : codeIn(table, column, text, line);
  return code === undefined ? readText(table, column, text, line) : faulty(table, column, code);
}

/** Holds an answer that its column did not know against the schema, for the row at hand. */
export function newAnswer(table: Table, question: string, answer: Answer): Answer {
  if (!table.session.validator.acceptsAnswer(question, answer)) table.areAccepted = false;
  return answer;
}

/** Reads the text of a question's cell; what is wrong with it goes to the faults of the row. */
export function readText(table: Table, column: QuestionColumn, text: string, line: number): Answer {
  if (table.faulty.has(column.index)) return blankAnswer;
  const { cells, values } = table.columns;
  const read = readAnswerCell(
    column,
    column.reader.question.type === 'date' ? text.replace(midnight, '') : text,
    { place: cellPlace(table, line, column.at), name: column.id },
    { joins: cells.joins, values: values.get(column.id) },
  );
  return isFinding(read) ? faulty(table, column, read) : read;
}

const midnight = /[T ]00:00(?::00(?:\.0+)?)?$/;

/** The text of a cell of any kind, without what protects it from being run as a formula, or what is wrong with it; its line ends are counted. */
export function textOf(
  table: Table,
  cell: SourceCell,
  at: number,
  wanted: Wanted,
  line: number,
  holds?: WordPlace,
): string | Finding {
  table.breaks += cellBreaks(cell);
  const name = table.columns.names[at] ?? '';
  const spot = () => ({ place: cellPlace(table, line, at), name });
  if (typeof cell !== 'string') return textOfSpecial(cell, wanted, spot());
  const { cells, values, areProtected } = table.columns;
  const bare = areProtected ? plainText(cell) : cell;
  const words = holds === undefined ? undefined : cells.words?.[holds];
  const own = values.get(name);
  const text =
    own === undefined && words === undefined
      ? bare
      : (own?.get(fold(bare)) ?? words?.get(fold(bare)) ?? bare);
  const habit = table.habits.get(at);
  return habit === undefined ? text : plainCell(habit, text, spot());
}

function faulty(table: Table, { index }: QuestionColumn, fault: Finding): Answer {
  table.faults.push(fault);
  table.faulty.add(index);
  return blankAnswer;
}

/** A number that may be a code, unless a map says what it stands for. */
function codeIn(
  table: Table,
  { at, id, reader }: QuestionColumn,
  text: string,
  line: number,
): Finding | undefined {
  if (table.columns.values.get(id)?.has(fold(text)) === true) return undefined;
  return placeCode(reader, text, { place: cellPlace(table, line, at), name: id });
}

/** Tells once of a word that the form tool writes where nothing was answered. */
function tellBlank(table: Table, { at, id }: QuestionColumn, cell: string, line: number): void {
  const place = cellPlace(table, line, at);
  const found = cell.trim();
  if (found === '') return;
  countOne(table.tally, `tool-blank ${id}`, (cells) =>
    finding('tool-blank', place, { name: id, found, cells }),
  );
}
