import type { Setting } from '../view/step.js';
import type { TextEdit } from '../view/text-edit.js';
import { type Line, line } from './line.js';
import { textWidth } from './measure.js';
import { placeIn, textRows } from './text-rows.js';

/** A text that is being written, in rows, and where in them one is. */
export interface Written {
  readonly lines: readonly Line[];
  readonly cursor: { readonly row: number; readonly column: number };
}

/** Rows of a text behind a label; further rows stand below the first. */
export function writingIn({ size }: Setting, edit: TextEdit, label: string): Written {
  const rows = textRows(edit.text, textWidth(size) - label.length);
  const { row, column } = placeIn(edit, rows);
  const indent = ' '.repeat(label.length);
  return {
    lines: rows.map(({ from, to }, i) => line((i === 0 ? label : indent) + edit.text.slice(from, to))),
    cursor: { row, column: label.length + column },
  };
}
