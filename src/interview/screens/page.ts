import { blankLine, cut, type Line, line, span, spread } from './line.js';
import type { Signs } from './signs.js';

/** A terminal's, in columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Rows that belong together: something that can be chosen, or something that is only read. */
export interface Block {
  readonly isItem: boolean;
  /** How many rows it takes. */
  readonly height: number;
  /** Its rows, made where they are in sight: of a list of 500, few are. */
  readonly lines: () => readonly Line[];
}

/** What is shown, before it is known how much of it fits. */
export interface Page {
  readonly head: readonly Line[];
  readonly blocks: readonly Block[];
  /** How many rows of the body are above the screen. */
  readonly scroll: number;
  readonly foot: readonly Line[];
  readonly hint: Line;
  /** Where text goes: a row of the body and a column, from 0. */
  readonly cursor?: { readonly row: number; readonly column: number } | undefined;
}

/** Rows of a body, the first and the last one. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Where the parts of a page's body are, and what of it is in sight. */
export interface Sight {
  readonly items: readonly Rows[];
  /** Rows of the body, and how many of them fit. */
  readonly total: number;
  readonly height: number;
  readonly scroll: number;
}

/** What a terminal shows: as many rows as it has, none wider than it is. */
export interface Screen {
  readonly lines: readonly Line[];
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
}

export function read(...lines: readonly Line[]): Block {
  return { isItem: false, height: lines.length, lines: () => lines };
}

export function item(...lines: readonly Line[]): Block {
  return { isItem: true, height: lines.length, lines: () => lines };
}

/** Something that can be chosen, in one row. */
export function rowItem(row: () => Line): Block {
  return { isItem: true, height: 1, lines: () => [row()] };
}

/** The body keeps at least this many rows; the foot gives way to it, then the head. */
const leastBody = 3;

function parts({ head, foot }: Pick<Page, 'head' | 'foot'>, { rows }: Size) {
  const keptFoot = foot.slice(0, Math.max(1, rows - 1 - head.length - leastBody));
  const keptHead = head.slice(0, Math.max(0, rows - 1 - keptFoot.length - leastBody));
  return {
    head: keptHead,
    foot: keptFoot,
    height: Math.max(1, rows - 1 - keptFoot.length - keptHead.length),
  };
}

/** What of a page is in sight. */
export function sightOf(page: Page, size: Size): Sight {
  const { height } = parts(page, size);
  const items: Rows[] = [];
  let total = 0;
  for (const { height: rows, isItem } of page.blocks) {
    if (isItem) items.push({ first: total, last: total + rows - 1 });
    total += rows;
  }
  return { items, total, height, scroll: Math.max(0, Math.min(page.scroll, total - height)) };
}

/** The least scrolling that brings rows into sight; of more rows than fit, as many as fit. */
export function revealed(scroll: number, { first, last }: Rows, height: number): number {
  const fits = last - first < height;
  if (!fits) return Math.min(Math.max(scroll, first), last - height + 1);
  return Math.max(Math.min(scroll, first), last - height + 1);
}

/** Puts a page on a screen. */
export function screenOf(page: Page, size: Size, signs: Signs): Screen {
  const { head, foot, height } = parts(page, size);
  const { scroll, total } = sightOf(page, size);
  const body = linesIn(page.blocks, scroll, height);
  const above = scroll > 0 ? `${signs.above} ${scroll} more` : '';
  const below = total - scroll - height > 0 ? `${signs.below} ${total - scroll - height} more` : '';
  const whole = [
    ...head.map((row, i) => (i === head.length - 1 ? marked(row, above, size, signs) : row)),
    ...body,
    ...Array.from({ length: height - body.length }, () => blankLine),
    ...foot.map((row, i) => (i === 0 ? marked(row, below, size, signs) : row)),
    page.hint,
  ];
  return {
    lines: whole.map((row) => cut(row, size.columns, signs.ellipsis)),
    cursor: cursorOn(page, size, head.length, scroll, height),
  };
}

/** Where text goes on the screen; nowhere while that is out of sight. */
function cursorOn(
  { cursor }: Page,
  { columns }: Size,
  headRows: number,
  scroll: number,
  height: number,
): Screen['cursor'] {
  if (cursor === undefined || cursor.row < scroll || cursor.row >= scroll + height) return undefined;
  return { row: headRows + cursor.row - scroll, column: Math.min(cursor.column, columns - 1) };
}

/** Says at the right edge how many rows are out of sight. */
function marked(row: Line, mark: string, { columns }: Size, { ellipsis }: Signs): Line {
  return mark === '' ? row : spread(row, [span(' '), ...line(mark, 'strong')], columns, ellipsis);
}

function linesIn(blocks: readonly Block[], from: number, height: number): readonly Line[] {
  const found: Line[] = [];
  let at = 0;
  for (const { height: rows, lines } of blocks) {
    if (at >= from + height) break;
    if (at + rows > from) found.push(...lines().slice(Math.max(0, from - at), from + height - at));
    at += rows;
  }
  return found;
}
