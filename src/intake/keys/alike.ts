import type { SourceCell } from '../columns/layout.js';
import { shownCell } from '../rows/special-cells.js';

/** Finds rows that are alike in all cells. */
export interface AlikeRows {
  /** The line of the first row with the same cells, if there was one. */
  readonly lineOf: (cells: readonly SourceCell[], line: number) => number | undefined;
}

/**
 * Rows are told apart by 64 bits of hash, 12 bytes a row: for a warning that is sure enough. Among a million rows the
 * chance that any two different ones share a hash is one in thirty million.
 */
export function alikeRows(): AlikeRows {
  let capacity = 1 << 10;
  let table = new Uint32Array(capacity * 3);
  let entries = 0;

  function lineOf(cells: readonly SourceCell[], line: number): number | undefined {
    let high = 0x9e3779b9;
    let low = 0x811c9dc5;
    for (const source of cells) {
      const cell = shownCell(source);
      for (let i = 0; i < cell.length; i += 1) {
        const unit = cell.charCodeAt(i);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
      }
      // No cell holds this, so cells that differ only in where one ends do not meet.
      low = Math.imul(low ^ 0x1f, 0x01000193);
      high = Math.imul(high ^ 0x1f, 0x5bd1e995) ^ (high >>> 15);
    }
    const known = place(table, high >>> 0, low >>> 0, line);
    if (known !== undefined) return known;
    entries += 1;
    if (entries * 4 > capacity * 3) grow();
    return undefined;
  }

  function grow(): void {
    const old = table;
    capacity *= 2;
    table = new Uint32Array(capacity * 3);
    for (let i = 0; i < old.length; i += 3) {
      const line = old[i + 2] ?? 0;
      if (line !== 0) place(table, old[i] ?? 0, old[i + 1] ?? 0, line);
    }
  }

  return { lineOf };
}

/** Puts the line in, or gives the one that is there for the same hash. Lines count from 1; 0 is a free place. */
function place(table: Uint32Array, high: number, low: number, line: number): number | undefined {
  const capacity = table.length / 3;
  for (let slot = low % capacity; ; slot = (slot + 1) % capacity) {
    const at = slot * 3;
    const held = table[at + 2] ?? 0;
    if (held === 0) {
      table[at] = high;
      table[at + 1] = low;
      table[at + 2] = line;
      return undefined;
    }
    if (table[at] === high && table[at + 1] === low) return held;
  }
}
