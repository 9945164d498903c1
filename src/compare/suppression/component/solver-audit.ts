import type { Session, Solver } from '../solver/solver.js';
import type { ComponentAudit, Pinned } from './component-audit.js';
import type { ComponentProgram } from './component-program.js';
import { movesIn } from './moves.js';
import { type Points, pinnedAt, pointsOf, withPoint } from './points.js';

/**
 * The audit of cells that hang together by several relations: two linear programs a cell, unless ways in which all can be are
 * known already that lie wide enough apart, or are found by simple moves from the truth.
 */
export function solverAudit(
  { program, component, columnOf, truth, widestPinned }: ComponentProgram,
  solver: Solver,
): ComponentAudit {
  let points = pointsOf([truth]);
  // Where nothing bounds a column no point says so.
  let unbounded: ReadonlySet<number> = new Set();
  let session: Session | undefined;
  const lower = Float64Array.from(program.lower);
  const upper = Float64Array.from(program.upper);
  const move = movesIn({ lower, upper, rows: program.rows }, truth);

  const open = (): Session => {
    if (session !== undefined) return session;
    session = solver.open({ lower: [...lower], upper: [...upper], rows: program.rows });
    return session;
  };
  const bound = (column: number, low: number, high: number) => {
    lower[column] = low;
    upper[column] = high;
    session?.bound(column, low, high);
  };

  const pin = (cell: number): Pinned | undefined => {
    const column = columnOf(cell) ?? -1;
    const limit = widestPinned[column] ?? 0;
    const width = () => (points.high[column] ?? 0) - (points.low[column] ?? 0);
    const isWide = () => unbounded.has(column) || width() > limit;
    for (const direction of [1, -1] as const) {
      if (isWide()) return undefined;
      const found = move(column, direction, limit);
      if (found !== undefined) points = withPoint(points, found);
    }
    const tight = new Set<number>();
    let low = Number.NaN;
    let high = Number.NaN;
    for (const direction of [1, -1] as const) {
      if (isWide()) return undefined;
      const found = open().extreme(column, direction);
      if (found.point === undefined) unbounded = new Set([...unbounded, column]);
      else points = withPoint(points, Float64Array.from(found.point));
      if (direction > 0) high = found.value;
      else low = found.value;
      for (const row of found.tight) tight.add(component.relations[row] ?? -1);
    }
    return isWide() ? undefined : { cell, low, high, relations: [...tight] };
  };

  return {
    pinned: (asked, enough) => {
      const result: Pinned[] = [];
      for (const cell of asked) {
        const found = pin(cell);
        if (found !== undefined) result.push(found);
        if (found !== undefined && enough === 'first') break;
      }
      return result;
    },
    suppose: (shown, keep) => {
      const before: { readonly points: Points; readonly unbounded: ReadonlySet<number> } = {
        points,
        unbounded,
      };
      unbounded = new Set();
      const fixed = shown.flatMap((cell) => columnOf(cell) ?? []);
      const bounds = fixed.map((column) => ({ column, low: lower[column] ?? 0, high: upper[column] ?? 0 }));
      for (const column of fixed) {
        const value = truth[column] ?? Number.NaN;
        points = pinnedAt(points, column, value);
        bound(column, value, value);
      }
      if (keep()) return true;
      ({ points, unbounded } = before);
      for (const { column, low, high } of bounds) bound(column, low, high);
      return false;
    },
    close: () => session?.close(),
  };
}
