import { visible } from '../../export/text/visible.js';
import { characters, displayWidth } from '../../export/text/width.js';
import type { TextEdit } from '../view/text-edit.js';

/** A row of a text that is being written: where it starts and ends in it. */
interface TextRow {
  readonly from: number;
  readonly to: number;
}

/** The rows of a text, broken at its line ends, and at spaces where a line is longer than `width` columns. */
export function textRows(text: string, width: number): readonly TextRow[] {
  const rows: TextRow[] = [];
  let from = 0;
  for (const paragraph of text.split('\n')) {
    rows.push(...rowsOf(paragraph, from, Math.max(2, width)));
    from += paragraph.length + 1;
  }
  return rows;
}

function rowsOf(paragraph: string, offset: number, width: number): readonly TextRow[] {
  const rows: TextRow[] = [];
  let from = 0;
  let used = 0;
  let space: number | undefined;
  for (const { text, at } of characters(paragraph)) {
    const columns = displayWidth(visible(text));
    if (used + columns > width && at > from) {
      const end = space ?? at;
      rows.push({ from: offset + from, to: offset + end });
      used = displayWidth(visible(paragraph.slice(end, at)));
      from = end;
      space = undefined;
    }
    used += columns;
    if (text === ' ') space = at + 1;
  }
  return [...rows, { from: offset + from, to: offset + paragraph.length }];
}

/** Which row, and which column of it, the place in a text is in. */
export function placeIn(
  { text, at }: TextEdit,
  rows: readonly TextRow[],
): { readonly row: number; readonly column: number } {
  const row = Math.max(
    0,
    rows.findLastIndex(({ from }) => from <= at),
  );
  return { row, column: displayWidth(visible(text.slice(rows[row]?.from ?? 0, at))) };
}

/** The text with its place a row higher or lower; as it is where there is none. */
export function movedByRows(edit: TextEdit, width: number, step: 1 | -1): TextEdit {
  const rows = textRows(edit.text, width);
  const { row, column } = placeIn(edit, rows);
  const next = rows[row + step];
  if (next === undefined) return edit;
  let at = next.from;
  let used = 0;
  for (const character of characters(edit.text.slice(next.from, next.to))) {
    used += displayWidth(visible(character.text));
    if (used > column) break;
    at = next.from + character.at + character.text.length;
  }
  return { ...edit, at };
}
