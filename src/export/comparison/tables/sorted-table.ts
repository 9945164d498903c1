import { allUnits } from '../../../compare/ambition/ambition.js';
import { everyUnit, unitName } from '../../../compare/comparison.js';
import type { TableCell } from '../../tables/table.js';
import { type PlacedRow, type PlacedTable, placedRows } from './placed-table.js';

/** By what the rows of a table are put in order: one of its columns, or the name of whose they are. */
export interface TableSorting {
  readonly by: string;
  /** Figures and counts go down unless it is said, names up. */
  readonly direction: 'asc' | 'desc' | undefined;
}

/** What every table can be sorted by beside its columns. */
export const byName = 'name';

/**
 * A table with its rows in order: among those of one level and wave, since a row says whose it is by itself; what is of all units stays
 * last. Empty cells come last, whatever the direction; equal rows stay as they were. A table without such a column stays as it is.
 */
export function sortedTable(table: PlacedTable, { by, direction }: TableSorting): PlacedTable {
  const at = table.columns.findIndex(({ key }) => key === by);
  if (at < 0 && by !== byName) return table;
  const rows = table.rows.map((cells, i): PlacedRow | undefined => {
    const place = table.places[i];
    return place && { place, cells };
  });
  const blocks = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    if (row === undefined) continue;
    const { wave, level } = row.place;
    const key = JSON.stringify([isOfAll(row), wave, level]);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [row]);
    else block.push(row);
  }
  const inOrder = [...blocks.values()].toSorted(([one], [other]) => isOfAll(one) - isOfAll(other));
  const saidBy = (row: PlacedRow) => (at < 0 ? unitName(row.place) : cellValue(row.cells[at]));
  const compare = comparing(saidBy, direction);
  return { ...table, ...placedRows(inOrder.flatMap((block) => block.toSorted(compare))) };
}

function isOfAll(row: PlacedRow | undefined): 0 | 1 {
  const level = row?.place.level;
  return level === everyUnit || level === allUnits ? 1 : 0;
}

/** A number where it is one, a place that is marked as shared too; nothing of an empty cell. */
function cellValue(cell: TableCell | undefined): number | string | undefined {
  if (cell?.kind === 'number') return cell.value;
  if (cell?.kind !== 'text') return undefined;
  return /^=\d+$/.test(cell.text) ? Number(cell.text.slice(1)) : cell.text;
}

const collator = new Intl.Collator('en', { numeric: true });

function comparing(
  saidBy: (row: PlacedRow) => number | string | undefined,
  direction: TableSorting['direction'],
): (one: PlacedRow, other: PlacedRow) => number {
  return (one, other) => {
    const [x, y] = [saidBy(one), saidBy(other)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    if (typeof x === 'number' && typeof y === 'number') return direction === 'asc' ? x - y : y - x;
    const found = collator.compare(String(x), String(y));
    return direction === 'desc' ? -found : found;
  };
}
