import { visible } from '../../export/text/visible.js';
import { displayWidth, truncate, wrap } from '../../export/text/width.js';

/** How a text stands out. The words and signs say the same, so that nothing is lost without it. */
export type Style = 'strong' | 'faint' | 'focus' | 'warning';

/** A text that is harmless to a terminal: made by `span` alone. */
export interface Span {
  readonly text: string;
  readonly style: Style | undefined;
}

/** One row of a screen. */
export type Line = readonly Span[];

export const blankLine: Line = [];

/** A piece of a row, in which nothing steers the terminal. */
export function span(text: string, style?: Style): Span {
  return { text: visible(text.replace(/\t/g, ' ')), style };
}

export function line(text: string, style?: Style): Line {
  return text === '' ? blankLine : [span(text, style)];
}

export function plainText(row: Line): string {
  return row.map(({ text }) => text).join('');
}

export function widthOf(row: Line): number {
  return row.reduce((width, { text }) => width + displayWidth(text), 0);
}

/** The row, cut to a width. */
export function cut(row: Line, width: number, ellipsis: string): Line {
  if (width <= 0) return blankLine;
  if (widthOf(row) <= width) return row;
  const kept: Span[] = [];
  let left = width;
  for (const { text, style } of row) {
    if (left <= 0) break;
    const piece = truncate(text, left, ellipsis);
    kept.push({ text: piece, style });
    left -= piece === text ? displayWidth(text) : left;
  }
  return kept;
}

/** A row with something at its right edge; what is on the left gives way. */
export function spread(left: Line, right: Line, width: number, ellipsis: string): Line {
  const room = width - widthOf(right);
  if (right.length === 0) return cut(left, width, ellipsis);
  if (room < 4) return cut(right, width, ellipsis);
  const head = cut(left, room - 2, ellipsis);
  return [...head, span(' '.repeat(room - widthOf(head))), ...right];
}

/** A text of several paragraphs as rows of at most `width` columns, all but the first indented by `hanging`. */
export function wrapped(text: string, width: number, style?: Style, first = '', hanging = first): Line[] {
  const room = Math.max(4, width - displayWidth(hanging));
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => wrap(visible(paragraph.replace(/\t/g, ' ')), room))
    .map((row, i) => line((i === 0 ? first : hanging) + row, style));
}
