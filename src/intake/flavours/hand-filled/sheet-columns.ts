import type { SourceRow } from '../../columns/layout.js';
import type { NameIndex } from '../../columns/name-index.js';
import { isBlankCell } from '../../rows/special-cells.js';
import { headingText } from '../heading-text.js';
import { isAside, isComments } from './beside.js';
import type { SheetLines } from './sheet-lines.js';

/** The answers of one respondent, and the columns of comments on them. */
export interface AnswerColumn {
  /** From 0. */
  readonly at: number;
  readonly comments: readonly number[];
}

/** Finds the columns of answers: all behind the questions that have something in them, and no heading that says otherwise. */
export function answerColumns(
  lines: readonly SourceRow[],
  { at: questions, labels, above }: SheetLines,
  names: NameIndex,
): readonly AnswerColumn[] {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, at) => at).filter((at) => at > questions);
  const says = (at: number, is: (text: string) => boolean) =>
    above.some(({ cells }) => is(headingText(cells[at])));
  const below = labels.filter(({ at }) => at === questions);
  const answers: { readonly at: number; readonly comments: number[] }[] = [];
  const early: number[] = [];
  for (const at of places) {
    if (says(at, isComments)) (answers.at(-1)?.comments ?? early).push(at);
    else if (
      !says(at, (text) => isAside(text) || names.ignores(text)) &&
      below.some(({ line }) => !isBlankCell(line.cells[at]))
    ) {
      answers.push({ at, comments: early.splice(0) });
    }
  }
  return answers;
}
