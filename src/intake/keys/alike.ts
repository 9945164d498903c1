import type { SourceCell } from '../columns/layout.js';
import { shownCell } from '../rows/special-cells.js';
import type { Claim } from './keys.js';

/** Finds rows that are alike in all cells, in all files. */
export interface AlikeRows {
  /** Where the first row with the same cells in columns of the same names stands, if there was one. */
  readonly firstOf: (columns: Columns, cells: readonly SourceCell[], at: Claim) => Claim | undefined;
}

/** What cells are to be taken for: those of other columns are not alike, be they the same. */
export interface Columns {
  readonly high: number;
  readonly low: number;
}

const wide = 4;

/**
 * Rows are told apart by 64 bits of hash, 16 bytes a row: for a warning that is sure enough. Among a million rows the
 * chance that any two different ones share a hash is one in thirty million.
 */
export function alikeRows(): AlikeRows {
  let capacity = 1 << 10;
  let table = new Uint32Array(capacity * wide);
  let entries = 0;

  function firstOf(columns: Columns, cells: readonly SourceCell[], at: Claim): Claim | undefined {
    const { high, low } = hashOf(cells, columns);
    const known = place(table, high >>> 0, low >>> 0, at);
    if (known !== undefined) return known;
    entries += 1;
    if (entries * 4 > capacity * 3) grow();
    return undefined;
  }

  function grow(): void {
    const old = table;
    capacity *= 2;
    table = new Uint32Array(capacity * wide);
    for (let i = 0; i < old.length; i += wide) {
      const position = old[i + 2] ?? 0;
      if (position === 0) continue;
      place(table, old[i] ?? 0, old[i + 1] ?? 0, { position, file: old[i + 3] ?? 0 });
    }
  }

  return { firstOf };
}

/** Columns by their names. */
export function alikeColumns(names: readonly string[]): Columns {
  return hashOf(names, { high: 0x9e3779b9, low: 0x811c9dc5 });
}

function hashOf(cells: readonly SourceCell[], from: Columns): Columns {
  let { high, low } = from;
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
  return { high, low };
}

/** Puts the place in, or gives the one that is there for the same hash. Positions count from 1; 0 is a free place. */
function place(table: Uint32Array, high: number, low: number, claim: Claim): Claim | undefined {
  const capacity = table.length / wide;
  for (let slot = low % capacity; ; slot = (slot + 1) % capacity) {
    const at = slot * wide;
    const held = table[at + 2] ?? 0;
    if (held === 0) {
      table[at] = high;
      table[at + 1] = low;
      table[at + 2] = claim.position;
      table[at + 3] = claim.file;
      return undefined;
    }
    if (table[at] === high && table[at + 1] === low) return { position: held, file: table[at + 3] ?? 0 };
  }
}
