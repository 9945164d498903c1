import type { Component } from './components.js';
import type { Knowledge } from './knowledge.js';
import { type Points, pinnedAt, pointsOf, withPoint } from './points.js';
import type { LinearProgram, Session, Solver } from './solver/solver.js';

/** How close a cell can be worked out, if it is too close; by the relations that pin it. */
export interface Pinned {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly relations: readonly number[];
}

/** Cells that hang together, under audit. What one question showed can be, the next need not ask. */
export interface ComponentAudit {
  /** Those of some cells that are pinned; only the first if that is enough. */
  readonly pinned: (cells: readonly number[], enough?: 'first') => readonly Pinned[];
  /** What would be if some cells were shown: `keep` says whether it stays so. */
  readonly suppose: (shown: readonly number[], keep: () => boolean) => boolean;
  readonly close: () => void;
}

export function componentAudit(
  knowledge: Knowledge,
  component: Component,
  isUnknown: (cell: number) => boolean,
  solver: Solver,
): ComponentAudit {
  const { cells } = knowledge;
  const columns = new Map(component.cells.map((cell, column) => [cell, column]));
  const program = programOf(knowledge, component, columns, isUnknown);
  const valueOfCell = (cell: number) => cells[cell]?.value ?? Number.NaN;
  let points = pointsOf([Float64Array.from(component.cells, valueOfCell)]);
  // Where nothing bounds a column no point says so.
  let unbounded: ReadonlySet<number> = new Set();
  let session: Session | undefined;

  const pin = (cell: number): Pinned | undefined => {
    const column = columns.get(cell) ?? -1;
    const limit = widestPinned(cells[cell]?.limit ?? 0);
    const isWide = () =>
      unbounded.has(column) || (points.high[column] ?? 0) - (points.low[column] ?? 0) > limit;
    const tight = new Set<number>();
    let low = Number.NaN;
    let high = Number.NaN;
    for (const direction of [1, -1] as const) {
      if (isWide()) return undefined;
      session ??= solver.open(program);
      const found = session.extreme(column, direction);
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
      session ??= solver.open(program);
      unbounded = new Set();
      const fixed = shown.flatMap((cell) => columns.get(cell) ?? []);
      for (const column of fixed) {
        const value = valueOfCell(component.cells[column] ?? -1);
        points = pinnedAt(points, column, value);
        session.bound(column, value, value);
      }
      if (keep()) return true;
      ({ points, unbounded } = before);
      for (const column of fixed) {
        session.bound(column, program.lower[column] ?? 0, program.upper[column] ?? 0);
      }
      return false;
    },
    close: () => session?.close(),
  };
}

/** How wide a solver's answer may be, by its tolerance, where what is really there is no wider than the limit. */
function widestPinned(limit: number): number {
  return limit * (1 + 1e-6) + 1e-7;
}

/** The component as a linear program, with what is known taken over to the other side. */
function programOf(
  { cells, relations }: Knowledge,
  component: Component,
  columns: ReadonlyMap<number, number>,
  isUnknown: (cell: number) => boolean,
): LinearProgram {
  const ranges = component.cells.map((cell) => cells[cell]?.range);
  return {
    lower: ranges.map((range) => range?.min ?? Number.NEGATIVE_INFINITY),
    upper: ranges.map((range) => range?.max ?? Number.POSITIVE_INFINITY),
    rows: component.relations.map((at) => {
      const { terms = [], low = 0, high = 0 } = relations[at] ?? {};
      const unknown = terms.filter(({ cell }) => isUnknown(cell));
      const known = terms
        .filter(({ cell }) => !isUnknown(cell))
        .reduce((sum, { cell, factor }) => sum + factor * (cells[cell]?.value ?? 0), 0);
      return {
        low: low - known,
        high: high - known,
        columns: unknown.map(({ cell }) => columns.get(cell) ?? -1),
        factors: unknown.map(({ factor }) => factor),
      };
    }),
  };
}
