import { withheld } from '../../comparison/cells.js';
import type { TableCell } from '../../tables/table.js';
import { figureCell } from '../model/columns.js';
import type { TableRecord } from '../source/records.js';

/** How many responses name a barrier in a node. */
export interface BarrierCount {
  /** As far as it may be told. */
  readonly times: number;
  /** Whether counts of units are withheld, and are not in it. */
  readonly isPart: boolean;
  readonly cell: TableCell;
}

/** The count over the units whose records these are, of the table of barriers. */
export function barrierCount(records: readonly TableRecord[], node: string, barrier: string): BarrierCount {
  const cells = records
    .filter((record) => record.text('node') === node && record.text('barrier') === barrier)
    .map((record) => record.cell('named'));
  const times = cells.reduce((sum, cell) => sum + (cell.kind === 'number' ? cell.value : 0), 0);
  const isPart = cells.some((cell) => cell.kind === 'empty');
  const isNone = cells.length > 0 && cells.every((cell) => cell.kind === 'empty');
  return { times, isPart, cell: isNone ? withheld : figureCell(times) };
}
