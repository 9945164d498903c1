import type {
  CellConventions,
  CellSpot,
  Heading,
  SourceCell,
  SourceRow,
  TurnedTable,
} from '../../columns/layout.js';
import type { NameIndex } from '../../columns/name-index.js';
import { isBlankCell } from '../../rows/special-cells.js';
import { headingText } from '../heading-text.js';
import { type AnswerColumn, answerColumns } from './sheet-columns.js';
import { type Label, type SheetLines, sheetLines } from './sheet-lines.js';

/** What a response has in one of the turned table's columns. */
interface Entry {
  readonly heading: Omit<Heading, 'at'>;
  /** The heading by which a table that is not turned is read in the same way. */
  readonly header: string;
  readonly spot: CellSpot;
  readonly cellAt: (answers: AnswerColumn) => { readonly cell: SourceCell; readonly spot: CellSpot };
}

/**
 * Makes rows of the columns of a sheet with its questions one below the other. Lines above the questions that are called
 * as a profile field hold for the respondent in whose column their cell stands, or for all if it stands in none. Lines
 * that are no question and have no answers are headings between the questions. A column of comments is about the answers
 * to its left.
 */
export function turnSheet(
  lines: readonly SourceRow[],
  names: NameIndex,
  cells: CellConventions,
): TurnedTable {
  const sheet = sheetLines(lines, names);
  const columns = answerColumns(lines, sheet, names);
  const entries = [
    ...sheet.labels.flatMap((label) => entryOf(label, sheet, columns, names)),
    ...sheet.labels.flatMap((label) => commentsOf(label, columns)),
  ];
  const byColumn = new Map(columns.map((column) => [column.at + 1, column]));
  const top = sheet.labels.find(({ target }) => target?.kind === 'question')?.line.line ?? 1;
  return {
    layout: {
      headings: entries.map(({ heading }, at) => ({ ...heading, at })),
      firstRow: 0,
      headingLine: top,
      cells,
      spots: {
        heading: (at) => entries[at]?.spot ?? { line: top, column: sheet.at + 1 },
        row: (column) => ({ line: top, column }),
        cell: (column, at) => {
          const answers = byColumn.get(column);
          const entry = entries[at];
          return answers === undefined || entry === undefined
            ? { line: top, column }
            : entry.cellAt(answers).spot;
        },
      },
    },
    header: entries.map(({ header }) => header),
    rows: columns.map((column) => ({
      column: column.at + 1,
      cells: entries.map(({ cellAt }) => cellAt(column).cell),
    })),
  };
}

function entryOf(
  label: Label,
  sheet: SheetLines,
  columns: readonly AnswerColumn[],
  names: NameIndex,
): readonly Entry[] {
  const { line, at, text, target, values, known } = label;
  const own = (answers: AnswerColumn) => ({
    cell:
      values === undefined || values.some((value) => value.at === answers.at)
        ? (line.cells[answers.at] ?? '')
        : '',
    spot: { line: line.line, column: answers.at + 1 },
  });
  const answered = columns.some((column) => !isBlankCell(own(column).cell));
  if (target === undefined && (!answered || label.isHeading) && !sheet.isNear(label)) return [];
  const filled = (values ?? []).filter(({ cell }) => !isBlankCell(cell));
  const [first] = filled;
  const isBeside = at > sheet.at || !columns.some((column) => column.at === first?.at);
  const forAll =
    filled.length === 1 && first !== undefined && isBeside
      ? { cell: first.cell, spot: { line: line.line, column: first.at + 1 } }
      : undefined;
  return [
    {
      heading: { text, use: { kind: 'named', names: known } },
      header: known.find((name) => target !== undefined && names.find(name) === target) ?? text,
      spot: { line: line.line, column: at + 1 },
      cellAt: forAll === undefined ? own : () => forAll,
    },
  ];
}

/** What was written in the columns of comments on this line: a note on its question. */
function commentsOf(
  { line, text, target, isHeading }: Label,
  columns: readonly AnswerColumn[],
): readonly Entry[] {
  const written = columns.flatMap(({ comments }) => comments).filter((at) => !isBlankCell(line.cells[at]));
  const [first] = written;
  if (first === undefined || isHeading || (target !== undefined && target.kind !== 'question')) return [];
  const names = target === undefined ? [] : [`${target.question.id}__note`];
  return [
    {
      heading: { text: `${text} (comments)`, use: { kind: 'named', names } },
      header: names[0] ?? `${text} (comments)`,
      spot: { line: line.line, column: first + 1 },
      cellAt: ({ comments, at }) => {
        const filled = comments.filter((column) => !isBlankCell(line.cells[column]));
        const [only = comments[0] ?? at] = filled;
        const cells = filled.map((column) => line.cells[column] ?? '');
        return {
          cell: cells.length > 1 ? cells.map(headingText).join('\n') : (cells[0] ?? ''),
          spot: { line: line.line, column: only + 1 },
        };
      },
    },
  ];
}
