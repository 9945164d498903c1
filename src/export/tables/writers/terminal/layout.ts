import { widest, wrap } from '../../../text/width.js';
import type { Detail, TerminalColumn } from './column.js';

/** A column with its place in a block. */
export interface FittedColumn {
  readonly column: TerminalColumn;
  readonly width: number;
  readonly heading: readonly string[];
  readonly detail: Detail;
  /** Between a figure and what follows it. */
  readonly space: number;
}

/** Columns that stand side by side. */
export type Block = readonly FittedColumn[];

/** Between two columns. */
export const gap = 2;

/** What may be given up for room: detail, the space before marks, texts down to a width, words of headings down to a width. */
interface Squeeze {
  readonly detail: Detail;
  readonly space: 0 | 1;
  readonly text: number;
  readonly word: number;
}

const whole = Number.POSITIVE_INFINITY;
const gentle: readonly Squeeze[] = [
  { detail: 'bar', space: 1, text: whole, word: whole },
  { detail: 'name', space: 1, text: whole, word: whole },
  { detail: 'name', space: 1, text: 24, word: whole },
];
const firm: readonly Squeeze[] = [
  ...gentle,
  { detail: 'name', space: 0, text: 24, word: whole },
  { detail: 'name', space: 0, text: 24, word: 10 },
  { detail: 'mark', space: 1, text: 24, word: whole },
  { detail: 'mark', space: 0, text: 24, word: whole },
  { detail: 'mark', space: 0, text: 24, word: 9 },
  { detail: 'mark', space: 0, text: 16, word: 9 },
];
const last: Squeeze = { detail: 'mark', space: 0, text: 3, word: 4 };
const headings = [14, 12, 10, 8, 6, 0];

/** One block where the columns fit the width, else several that begin with the labels. Only a too narrow terminal is overrun. */
export function layOut(columns: readonly TerminalColumn[], width: number): readonly Block[] {
  const block = blockWithin(columns, width, firm);
  if (block !== undefined) return [block];
  const labels = columns.filter(({ label }) => label);
  const others = columns.filter(({ label }) => !label);
  const blocks: Block[] = [];
  let from = 0;
  do {
    let to = from + 1;
    while (
      to < others.length &&
      blockWithin([...labels, ...others.slice(from, to + 1)], width, gentle) !== undefined
    )
      to++;
    const part = [...labels, ...others.slice(from, to)];
    blocks.push(
      blockWithin(part, width, [...firm, last]) ?? part.map((column) => fitted(column, last, last.text, 0)),
    );
    from = to;
  } while (from < others.length);
  return blocks;
}

function blockWithin(
  columns: readonly TerminalColumn[],
  width: number,
  squeezes: readonly Squeeze[],
): Block | undefined {
  for (const squeeze of squeezes) {
    const block = squeezed(columns, width, squeeze);
    if (block !== undefined) return block;
  }
  return undefined;
}

/** Gives up as little as it can: first the width of headings, then that of texts. */
function squeezed(columns: readonly TerminalColumn[], width: number, squeeze: Squeeze): Block | undefined {
  const within = (text: number, heading: number) => {
    const block = columns.map((column) => fitted(column, squeeze, text, heading));
    return widthOf(block) <= width ? block : undefined;
  };
  for (const heading of headings) {
    const block = within(whole, heading);
    if (block !== undefined) return block;
  }
  if (squeeze.text === whole) return undefined;
  let block = within(squeeze.text, 0);
  let fits = squeeze.text;
  let over = Math.max(fits, ...columns.map((column) => column.width));
  while (block !== undefined && over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    const better = within(middle, 0);
    if (better === undefined) over = middle;
    else [fits, block] = [middle, better];
  }
  return block;
}

function fitted(column: TerminalColumn, squeeze: Squeeze, text: number, heading: number): FittedColumn {
  const detail = column.headline ? squeeze.detail : 'mark';
  const space = column.tails[detail] === 0 ? 0 : detail === 'mark' ? squeeze.space : 1;
  const body = column.text ? Math.min(column.width, text) : column.width + space + column.tails[detail];
  const word = Math.min(widest(column.title.split(' ')), squeeze.word);
  const lines = wrap(column.title, Math.max(body, heading, word), '-');
  return { column, detail, space, heading: lines, width: Math.max(body, widest(lines)) };
}

/** How wide a block is. */
export function widthOf(block: Block): number {
  return block.reduce((sum, { width }) => sum + width, gap * Math.max(0, block.length - 1));
}
