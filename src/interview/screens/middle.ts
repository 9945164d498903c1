import type { Line } from './line.js';
import { type Block, read } from './page.js';
import type { Written } from './writing.js';

/** What a page says between its head and its foot, and where text goes in it. */
export interface Middle {
  readonly blocks: readonly Block[];
  readonly cursor?: { readonly row: number; readonly column: number };
  /** What stands at the foot where there is nothing more urgent. */
  readonly state?: Line;
}

/** A text that is being written between other rows. */
export function withWriting(
  before: readonly Block[],
  { lines, cursor }: Written,
  after: readonly Block[] = [],
): Middle {
  const rows = before.reduce((sum, block) => sum + block.height, 0);
  return {
    blocks: [...before, read(...lines), ...after],
    cursor: { row: rows + cursor.row, column: cursor.column },
  };
}
