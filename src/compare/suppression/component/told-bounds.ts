import type { Pinned } from './component-audit.js';
import type { ComponentProgram } from './component-program.js';
import { isPossible } from './is-possible.js';
import { propagation } from './propagation.js';

/** What single rows, and sums of them, tell of the columns of a component: nothing that two linear programs would not tell too. */
export interface ToldBounds {
  /** Anew, with some columns known to be what they are. */
  readonly start: (isKnown: (column: number) => boolean) => void;
  readonly isPinned: (column: number) => boolean;
  /** How close a cell comes out, if it is too close. */
  readonly pin: (cell: number) => Pinned | undefined;
  /** From now on some columns are known to be what they are. */
  readonly fix: (columns: readonly number[]) => void;
  /** How it stands, to come back to. */
  readonly mark: () => number;
  readonly undo: (mark: number) => void;
  /** Which columns have closer bounds since. */
  readonly since: (mark: number) => readonly number[];
  /**
   * A way in which all can be, with as many of some columns as rows let go so far from the truth that this shows them to be wide. One
   * column after the other is given a figure, as solvers of integer programs dive for a first solution (T. Achterberg, Constraint Integer
   * Programming, 2007, section 9.3); nothing where that ends in none that is possible.
   */
  readonly dive: (
    columns: readonly number[],
    directionOf: (column: number) => number,
  ) => Float64Array | undefined;
}

/** What is no wider is one figure. */
const nought = 1e-9;
/** How far a row may be off in the end, as a share of what is in it: a hundredth of a solver's tolerance. */
const tolerance = 1e-9;

export function toldBounds(known: ComponentProgram): ToldBounds {
  const { program, truth, widestPinned } = known;
  const whole = withSums(known);
  const told = propagation(whole.rows, whole.truth.length);
  const { lower, upper, narrow, rowsOf, mark, undo } = told;
  const start: ToldBounds['start'] = (isKnown) => {
    const boundsWith = (bounds: Float64Array) =>
      bounds.map((bound, column) =>
        column < truth.length && isKnown(column) ? (truth[column] ?? bound) : bound,
      );
    told.start(boundsWith(whole.lower), boundsWith(whole.upper), whole.truth);
  };
  start(() => false);
  const clamp = (column: number, value: number) =>
    Math.min(Math.max(value, lower[column] ?? value), upper[column] ?? value);
  const isPinned = (column: number) =>
    (upper[column] ?? Number.NaN) - (lower[column] ?? Number.NaN) <= (widestPinned[column] ?? 0);
  const give = (column: number, value: number): boolean => {
    const before = mark();
    if (narrow(column, value, value)) return true;
    undo(before);
    return false;
  };
  const send = (column: number, direction: number): boolean => {
    const real = truth[column] ?? 0;
    const far = widestPinned[column] ?? 0;
    const room = (program.upper[column] ?? 0) - (program.lower[column] ?? 0);
    const to = clamp(column, real + direction * Math.max(1.01 * far, Math.min(1e-3, room / 10)));
    return Math.abs(to - real) > far && give(column, to);
  };
  /** Leaves every other column as it is, or as near to it as it can be. */
  const settle = (): Float64Array | undefined => {
    const point = () => truth.map((real, column) => clamp(column, real));
    const isReached = (at: Float64Array) => isPossible(at, program.rows, tolerance);
    const nearest = point();
    if (isReached(nearest)) return nearest;
    for (let column = 0; column < truth.length; column++) {
      const [low, high] = [lower[column] ?? 0, upper[column] ?? 0];
      if (high - low <= nought) continue;
      const figures = [clamp(column, truth[column] ?? 0), low, high];
      if (!figures.some((figure) => Number.isFinite(figure) && give(column, figure))) return undefined;
    }
    const settled = point();
    return isReached(settled) ? settled : undefined;
  };
  return {
    start,
    isPinned,
    pin: (cell) => {
      const column = known.columnOf(cell) ?? -1;
      if (!isPinned(column)) return undefined;
      const [low, high] = [lower[column] ?? Number.NaN, upper[column] ?? Number.NaN];
      return { cell, low, high, relations: [...new Set(rowsOf(column).flatMap(whole.relationsOf))] };
    },
    fix: (columns) => {
      for (const column of columns) {
        const real = truth[column] ?? Number.NaN;
        narrow(column, real, real, whole.truth);
      }
    },
    mark,
    undo,
    since: (before) => told.since(before).filter((column) => column < truth.length),
    dive: (columns, directionOf) => {
      const before = mark();
      const sent = columns.filter((column) => {
        const direction = directionOf(column);
        return send(column, direction) || send(column, -direction);
      });
      const found = sent.length > 0 ? settle() : undefined;
      undo(before);
      return found;
    },
  };
}

/** With what each row that is in a sum comes to as a column of its own. */
function withSums({ program, component, truth, sums }: ComponentProgram) {
  const columnOf = new Map<number, number>();
  const [lower, upper, values] = [[...program.lower], [...program.upper], [...truth]];
  const rows = [...program.rows];
  const columnFor = (at: number): number => {
    const found = columnOf.get(at);
    if (found !== undefined) return found;
    const { low = 0, high = 0, columns = [], factors = [] } = program.rows[at] ?? {};
    const own = lower.length;
    const value = columns.reduce((sum, column, i) => sum + (factors[i] ?? 0) * (truth[column] ?? 0), 0);
    columnOf.set(at, own);
    lower.push(Math.min(low, value));
    upper.push(Math.max(high, value));
    values.push(value);
    rows[at] = { low: 0, high: 0, columns: [...columns, own], factors: [...factors, -1] };
    return own;
  };
  for (const { parts, whole, rest } of sums) {
    const columns = parts.map(columnFor);
    const factors = parts.map(() => 1);
    if (whole !== undefined) {
      columns.push(columnFor(whole));
      factors.push(-1);
    }
    rows.push({ low: rest, high: rest, columns, factors });
  }
  return {
    rows,
    truth: Float64Array.from(values),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    relationsOf: (row: number): readonly number[] =>
      sums[row - program.rows.length]?.relations ?? [component.relations[row] ?? -1],
  };
}
