import type { BatchDraft } from '../batch.js';
import type { SourceCell, SourceRow } from '../columns/layout.js';
import { type Habit, isUndecided, noteCell } from '../local/column-habit.js';
import { allBreaks } from './cells.js';
import type { RowReader } from './row-reader.js';

/** How many rows wait for one that shows how their dates or numbers are to be read, at most. */
const mostHeld = 50_000;

/**
 * Reads rows through another reader, but holds them back from the first one with a date or number that can be read in two
 * ways, until a later row settles which, or the table ends.
 */
export function heldRows(reader: RowReader, habits: ReadonlyMap<number, Habit>): RowReader {
  if (habits.size === 0) return reader;
  let held: SourceRow[] = [];

  const isOpen = (cells: readonly SourceCell[], judge: (habit: Habit, text: string) => boolean) => {
    let open = false;
    for (const [at, habit] of habits) {
      const cell = cells[at];
      if (typeof cell === 'string' && cell !== '' && judge(habit, cell)) open = true;
    }
    return open;
  };
  const release = (batch: BatchDraft) => {
    const rows = held;
    held = [];
    for (const { cells, line } of rows) reader.read(cells, line, batch);
  };

  return {
    firstRow: reader.firstRow,
    rows: () => reader.rows() + held.length,
    read: (cells, line, batch) => {
      const open = isOpen(cells, (habit, text) => !noteCell(habit, text));
      if (held.length === 0 && !open) return reader.read(cells, line, batch);
      held.push({ cells, line });
      const settled = !held.some((row) => isOpen(row.cells, isUndecided));
      if (settled || held.length >= mostHeld) release(batch);
      return 1 + allBreaks(cells);
    },
    close: (batch) => {
      release(batch);
      reader.close(batch);
    },
  };
}
