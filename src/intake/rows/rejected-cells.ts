import type { SourceCell } from '../columns/layout.js';
import { plainAlone } from '../local/column-habit.js';
import type { Table } from './table.js';

/**
 * The cells of a refused row as they came, but that each can be read by itself: among the few rows of a file of rejects
 * there may be none that shows in which order dates are written or what a comma in a number means, as there was here.
 */
export function rejectedCells({ habits, meta }: Table, cells: readonly SourceCell[]): readonly SourceCell[] {
  const own = [...cells];
  for (const [at, habit] of habits) {
    const cell = own[at];
    if (typeof cell === 'string') own[at] = plainAlone(habit, cell);
  }
  for (const at of [...habits.keys(), ...meta.map((one) => one.at)]) {
    const cell = own[at];
    if (typeof cell === 'object' && cell.kind === 'date') own[at] = cell.iso;
  }
  return own;
}
