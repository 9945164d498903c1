import { everyUnit, type Unit, unitName } from '../comparison.js';
import { type Key, orderKeys, trailOf } from './key.js';

/** By what rows are put in order. */
export interface Sorting {
  readonly direction: 'asc' | 'desc';
  /** The figure of a unit, NaN where it has none; without it, rows are sorted by their names. */
  readonly figure?: (unit: Unit) => number;
}

/**
 * The order in which rows come, by their places before: each among the rows that stand under the same one and in the same
 * wave. Rows without the figure come last, whatever the direction; equal ones stay as they were.
 */
export function sortedOrder(
  units: readonly Unit[],
  keys: readonly Key[],
  sorting: Sorting,
): readonly number[] {
  const ordered = orderKeys(keys);
  const rows = units.map(
    (unit, at): Row => ({
      at,
      unit,
      trail: [String(unit.level === everyUnit), unit.wave, ...trailOf(unit, ordered)],
    }),
  );
  return sorted(rows, 0, by(sorting)).map(({ at }) => at);
}

interface Row {
  readonly at: number;
  readonly unit: Unit;
  readonly trail: readonly string[];
}

/** Rows that share their trail so far: those that go on alike stay together, behind the one that they stand under. */
function sorted(rows: readonly Row[], depth: number, compare: (a: Unit, b: Unit) => number): readonly Row[] {
  const heads = rows.filter(({ trail }) => trail.length === depth);
  const blocks = new Map<string, Row[]>();
  for (const row of rows) {
    const step = row.trail[depth];
    if (step === undefined) continue;
    const block = blocks.get(step);
    if (block === undefined) blocks.set(step, [row]);
    else block.push(row);
  }
  const inOrder = [...blocks.values()];
  // Waves and the row of every unit stay where they are; the rows of one wave are told apart from the next step on.
  if (depth >= 2) {
    inOrder.sort(([a], [b]) => (a === undefined || b === undefined ? 0 : compare(a.unit, b.unit)));
  }
  return [...heads, ...inOrder.flatMap((block) => sorted(block, depth + 1, compare))];
}

const collator = new Intl.Collator('en', { numeric: true });

function by({ direction, figure }: Sorting): (a: Unit, b: Unit) => number {
  const sign = direction === 'asc' ? 1 : -1;
  if (figure === undefined) return (a, b) => sign * collator.compare(unitName(a), unitName(b));
  return (a, b) => {
    const [x, y] = [figure(a), figure(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  };
}
