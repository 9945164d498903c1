import type { Session, Solver } from '../solver/solver.js';
import type { ComponentAudit, Pinned } from './component-audit.js';
import type { ComponentProgram } from './component-program.js';
import { type Aim, movesIn } from './moves.js';
import { fewPoints, type Points, pinnedAt, pointsOf, withPoint } from './points.js';
import type { ToldBounds } from './told-bounds.js';
import type { Ways } from './ways.js';
import { waysInComponent } from './ways-in-component.js';

const directions = [1, -1] as const;
/** Columns are sent apart together where so many are narrow, and again where that share of them turned out to be wide. */
const fewestTogether = 4;
/** How often columns are sent apart together by what rows tell alone, before a solver is asked. */
const mostDives = 3;
const leastShare = 0.25;
/** With so many columns a solver is quicker than moves: each way that it finds goes far for many columns at once. */
const many = 40;
/** How often a move turns at what stops it. */
const turnsTogether = 4;
const turnsAlone = 24;
const mostHope = 4;
/** With more ways than these, those are left that show as many columns to be wide. */
const mostPoints = 40;

/** Up or down, as if by chance, and the same every time. */
function wayOf(column: number, round: number): number {
  return Math.sin((column + 1) * (round + 1) * 12.9898) < 0 ? -1 : 1;
}

/**
 * The audit of cells that hang together by several relations: two linear programs a cell, unless ways in which all can be are
 * known already that lie wide enough apart, or are found by simple moves from the truth.
 */
export function solverAudit(
  known: ComponentProgram,
  solver: Solver,
  ways: Ways,
  toldOnce: () => ToldBounds,
): ComponentAudit {
  const { program, component, columnOf, truth, widestPinned } = known;
  let points = waysInComponent(known, ways.of(component.cells)).reduce(withPoint, pointsOf([truth]));
  // Where nothing bounds a column no point says so.
  let unbounded: ReadonlySet<number> = new Set();
  // Where moves of one column lead nowhere time after time, no more are made.
  const areFew = truth.length < many;
  let hope = areFew ? mostHope : 0;
  let session: Session | undefined;
  const lower = Float64Array.from(program.lower);
  const upper = Float64Array.from(program.upper);
  let toldBefore: ToldBounds | undefined;
  const told = () => {
    toldBefore ??= toldOnce();
    return toldBefore;
  };
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

  const isWide = (column: number) =>
    unbounded.has(column) ||
    (points.high[column] ?? 0) - (points.low[column] ?? 0) > (widestPinned[column] ?? 0);
  const go = (aim: Aim) => {
    const found = move(aim);
    if (found !== undefined) points = withPoint(points, found);
  };
  const solve = (towards: ReadonlyMap<number, number>) => {
    const { point } = open().highest(towards, 'point');
    if (point !== undefined) points = withPoint(points, Float64Array.from(point));
  };
  const dive = (columns: readonly number[], directionOf: (column: number) => number) => {
    const found = told().dive(columns, directionOf);
    if (found !== undefined) points = withPoint(points, found);
  };
  const isFar = (at: Float64Array, column: number) =>
    Math.abs((at[column] ?? 0) - (truth[column] ?? 0)) > (widestPinned[column] ?? 0);
  const narrowIn = (cells: readonly number[]) =>
    cells.map((cell) => columnOf(cell) ?? -1).filter((column) => !isWide(column) && !told().isPinned(column));
  /** Sends many columns apart at once, each its own way. */
  const dives = (asked: readonly number[]) => {
    for (let round = 0; round < mostDives; round++) {
      for (const direction of directions) {
        const narrow = narrowIn(asked);
        if (narrow.length === 0) return;
        dive(narrow, (column) => direction * wayOf(column, round));
      }
    }
  };
  /** The same by moves or by the solver, as long as that shows a share of them to be wide. */
  const spread = (asked: readonly number[]) => {
    let narrow = narrowIn(asked);
    for (let round = 0; narrow.length >= fewestTogether; round++) {
      for (const direction of directions) {
        const towards = new Map(narrow.map((column) => [column, direction * wayOf(column, round)]));
        if (areFew) go({ towards, turns: turnsTogether });
        else solve(towards);
      }
      const left = narrow.filter((column) => !isWide(column));
      if (left.length > narrow.length * (1 - leastShare)) return;
      narrow = left;
    }
  };

  const pin = (cell: number, enough: 'first' | undefined): Pinned | undefined => {
    const column = columnOf(cell) ?? -1;
    for (const direction of directions) {
      if (isWide(column)) return undefined;
      dive([column], () => direction);
    }
    for (const direction of directions) {
      if (isWide(column)) return undefined;
      if (hope <= 0) break;
      go({ towards: new Map([[column, direction]]), turns: turnsAlone, isEnough: (at) => isFar(at, column) });
    }
    if (hope > 0) hope = isWide(column) ? mostHope : hope - 1;
    const tight = new Set<number>();
    let low = Number.NaN;
    let high = Number.NaN;
    for (const direction of directions) {
      if (isWide(column)) return undefined;
      const found = open().highest(new Map([[column, direction]]), enough === 'first' ? 'point' : undefined);
      if (found.point === undefined) unbounded = new Set([...unbounded, column]);
      else points = withPoint(points, Float64Array.from(found.point));
      if (direction > 0) high = found.value;
      else low = 0 - found.value;
      for (const row of found.tight) tight.add(component.relations[row] ?? -1);
    }
    return isWide(column) ? undefined : { cell, low, high, relations: [...tight] };
  };

  return {
    pinned: (asked, enough) => {
      const result: Pinned[] = [];
      if (enough === 'first') {
        const first = asked.find((cell) => told().isPinned(columnOf(cell) ?? -1));
        const found = first === undefined ? undefined : told().pin(first);
        if (found !== undefined) return [found];
      }
      dives(asked);
      // Where the first will do it mostly is one of the first.
      let alone = enough === 'first' ? fewestTogether : 0;
      for (const cell of asked) {
        if (!isWide(columnOf(cell) ?? -1) && alone-- === 0) spread(asked);
        const found = pin(cell, enough);
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
      if (points.all.length > mostPoints) points = fewPoints(points, widestPinned);
      const fixed = shown
        .flatMap((cell) => columnOf(cell) ?? [])
        .filter((column) => lower[column] !== upper[column]);
      const bounds = fixed.map((column) => ({ column, low: lower[column] ?? 0, high: upper[column] ?? 0 }));
      const mark = told().mark();
      told().fix(fixed);
      for (const column of fixed) {
        const value = truth[column] ?? Number.NaN;
        points = pinnedAt(points, column, value);
        bound(column, value, value);
      }
      if (keep()) return true;
      ({ points, unbounded } = before);
      told().undo(mark);
      for (const { column, low, high } of bounds) bound(column, low, high);
      return false;
    },
    close: () => {
      session?.close();
      ways.keep(component.cells, fewPoints(points, widestPinned).all);
    },
  };
}
