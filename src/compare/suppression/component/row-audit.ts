import type { Row } from '../solver/solver.js';
import type { ComponentAudit, Pinned } from './component-audit.js';
import type { ComponentProgram } from './component-program.js';
import { pinnedBy } from './pinned-by.js';

/**
 * The audit of cells that hang together by one relation alone. Its linear programs have a closed form: a cell goes as far as its
 * own range lets it, or as the relation does while every other cell gives way as far as it can.
 */
export function rowAudit(
  { program, component, columnOf, truth, widestPinned }: ComponentProgram,
  row: Row,
): ComponentAudit {
  const { low, high } = row;
  const factors = new Float64Array(truth.length);
  for (const [i, column] of row.columns.entries()) factors[column] = row.factors[i] ?? 0;
  let lower = program.lower;
  let upper = program.upper;
  let [least, most] = [sumAt(-1), sumAt(1)];

  /** How low or high the sum over all columns can be: what is finite of it, and how many columns are without a bound. */
  function sumAt(direction: 1 | -1): Sum {
    let finite = 0;
    let endless = 0;
    for (let column = 0; column < factors.length; column++) {
      const bound = pullOf(column, direction);
      if (Number.isFinite(bound)) finite += bound;
      else endless += 1;
    }
    return { finite, endless };
  }

  function pullOf(column: number, direction: 1 | -1): number {
    const factor = factors[column] ?? 0;
    if (factor === 0) return 0;
    return factor * ((factor * direction > 0 ? upper[column] : lower[column]) ?? Number.NaN);
  }

  /** How far the relation lets a column go. */
  const stopOf = (column: number, direction: 1 | -1): number => {
    const factor = factors[column] ?? 0;
    if (factor === 0) return direction * Number.POSITIVE_INFINITY;
    const isUp = factor * direction > 0;
    // The more the column pulls the sum up, the further all others have to pull it down.
    const against = isUp ? least : most;
    const own = pullOf(column, isUp ? -1 : 1);
    const isOwnFinite = Number.isFinite(own);
    if (against.endless > (isOwnFinite ? 0 : 1)) return direction * Number.POSITIVE_INFINITY;
    const rest = against.finite - (isOwnFinite ? own : 0);
    return ((isUp ? high : low) - rest) / factor;
  };

  const pin = (cell: number): Pinned | undefined => {
    const column = columnOf(cell) ?? -1;
    const [ownLow, ownHigh] = [lower[column] ?? Number.NaN, upper[column] ?? Number.NaN];
    const [stopLow, stopHigh] = [stopOf(column, -1), stopOf(column, 1)];
    const bounds = { low: Math.max(ownLow, stopLow), high: Math.min(ownHigh, stopHigh) };
    if (bounds.high - bounds.low > (widestPinned[column] ?? 0)) return undefined;
    return {
      cell,
      ...bounds,
      relations: stopLow > ownLow || stopHigh < ownHigh ? component.relations : [],
    };
  };

  return {
    pinned: pinnedBy(pin),
    suppose: (shown, keep) => {
      const before = { lower, upper, least, most };
      const fixed = new Set(shown.flatMap((cell) => columnOf(cell) ?? []));
      const known = (bounds: readonly number[]) =>
        bounds.map((bound, column) => (fixed.has(column) ? (truth[column] ?? bound) : bound));
      [lower, upper] = [known(lower), known(upper)];
      [least, most] = [sumAt(-1), sumAt(1)];
      if (keep()) return true;
      ({ lower, upper, least, most } = before);
      return false;
    },
    close: () => {},
  };
}

interface Sum {
  readonly finite: number;
  readonly endless: number;
}
