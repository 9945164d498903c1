import type { Row } from '../solver/solver.js';
import type { ComponentProgram } from './component-program.js';

/**
 * What the equations of a component tell at once, each solved for another column: where one row alone pins a column, two linear
 * programs would pin it too. Not all that they would.
 */
export interface ToldRows {
  /** Whether some column that is asked is pinned by one row, once these are shown. */
  readonly tell: (shown: readonly number[], isAsked: (column: number) => boolean) => boolean;
  /** From now on these are shown. */
  readonly show: (shown: readonly number[]) => void;
  /** As it is now, to go on from twice. */
  readonly copy: () => ToldRows;
}

/** `low ≤ Σ factor × column ≤ high`. */
interface Sum {
  readonly factors: Map<number, number>;
  low: number;
  high: number;
}

/** What is smaller, beside what it comes from, is an error of rounding. */
const nought = 1e-9;
/** Rows that have grown so long are solved no further: they pin nothing by themselves. */
const longest = 400;

export function toldRows(known: ComponentProgram): ToldRows {
  const { rows } = known.program;
  const equations = rows.filter(({ low, high }) => Number.isFinite(high - low));
  const solved = solve([...equations].sort((a, b) => a.columns.length - b.columns.length));
  return over(known, rows.map(sumOf), solved);
}

/** Each sum is solved for one column of its own, which is in no other. */
interface Solved {
  readonly sums: readonly Sum[];
  /** The column that each is solved for. */
  readonly pivots: (number | undefined)[];
  /** By column, which sums it is in. */
  readonly places: Map<number, Set<number>>;
}

function sumOf({ columns, factors, low, high }: Row): Sum {
  const all = columns.flatMap((column, i): [number, number][] =>
    factors[i] === 0 ? [] : [[column, factors[i] ?? 0]],
  );
  return { factors: new Map(all), low, high };
}

function solve(equations: readonly Row[]): Solved {
  const sums = equations.map(sumOf);
  const places = new Map<number, Set<number>>();
  for (const [i, { factors }] of sums.entries())
    for (const column of factors.keys()) placesOf(places, column).add(i);
  const solved: Solved = { sums, pivots: sums.map(() => undefined), places };
  for (const i of sums.keys()) solveFor(solved, i, () => true);
  return solved;
}

function placesOf(places: Map<number, Set<number>>, column: number): Set<number> {
  const found = places.get(column) ?? new Set();
  places.set(column, found);
  return found;
}

/** Solves a sum for that of its columns which is in the fewest others, and takes it out of those. */
function solveFor(
  { sums, pivots, places }: Solved,
  at: number,
  isAllowed: (column: number) => boolean,
): void {
  const own = sums[at];
  pivots[at] = undefined;
  if (own === undefined || own.factors.size > longest) return;
  const most = Math.max(...[...own.factors.values()].map(Math.abs));
  let pivot: number | undefined;
  for (const [column, factor] of own.factors) {
    if (!isAllowed(column) || Math.abs(factor) < most / 100) continue;
    const isFewer = pivot === undefined || placesOf(places, column).size < placesOf(places, pivot).size;
    if (isFewer) pivot = column;
  }
  if (pivot === undefined) return;
  pivots[at] = pivot;
  const by = own.factors.get(pivot) ?? Number.NaN;
  for (const i of [...placesOf(places, pivot)]) {
    const sum = sums[i];
    if (i === at || sum === undefined) continue;
    const times = (sum.factors.get(pivot) ?? 0) / by;
    for (const [column, factor] of own.factors) {
      const before = sum.factors.get(column) ?? 0;
      const after = before - times * factor;
      if (column === pivot || Math.abs(after) <= nought * Math.abs(times * factor)) {
        sum.factors.delete(column);
        placesOf(places, column).delete(i);
      } else {
        sum.factors.set(column, after);
        placesOf(places, column).add(i);
      }
    }
    const [one, other] = [times * own.low, times * own.high];
    sum.low -= Math.max(one, other);
    sum.high -= Math.min(one, other);
  }
}

function over(known: ComponentProgram, given: readonly Sum[], solved: Solved): ToldRows {
  const { program, truth, widestPinned } = known;
  const givenAt = new Map<number, number[]>();
  for (const [i, { factors }] of given.entries()) {
    for (const column of factors.keys()) givenAt.set(column, [...(givenAt.get(column) ?? []), i]);
  }
  return within(solved, new Set());

  function within(own: Solved, known: Set<number>): ToldRows {
    const pins = (sum: Sum, isShown: (column: number) => boolean, isAsked: (column: number) => boolean) => {
      let { low, high } = sum;
      const least = { finite: 0, endless: 0 };
      const most = { finite: 0, endless: 0 };
      const open: [number, number][] = [];
      for (const [column, factor] of sum.factors) {
        if (isShown(column)) {
          low -= factor * (truth[column] ?? Number.NaN);
          high -= factor * (truth[column] ?? Number.NaN);
          continue;
        }
        open.push([column, factor]);
        const bounds = [factor * (program.lower[column] ?? 0), factor * (program.upper[column] ?? 0)];
        add(least, Math.min(...bounds));
        add(most, Math.max(...bounds));
      }
      return open.some(([column, factor]) => {
        if (!isAsked(column)) return false;
        const [lower = 0, upper = 0] = [program.lower[column], program.upper[column]];
        const [a, b] = [factor * lower, factor * upper];
        const from = low - without(most, Math.max(a, b), Number.POSITIVE_INFINITY);
        const to = high - without(least, Math.min(a, b), Number.NEGATIVE_INFINITY);
        const width = Math.min(Math.max(a, b), to) - Math.max(Math.min(a, b), from);
        return width <= Math.abs(factor) * (widestPinned[column] ?? 0);
      });
    };
    return {
      tell: (shown, isAsked) => {
        const isNew = new Set(shown);
        const isShown = (column: number) => isNew.has(column) || known.has(column);
        for (const column of shown) {
          const at = own.pivots.indexOf(column);
          if (at >= 0) solveFor(own, at, (other) => !isShown(other));
        }
        return shown.some(
          (column) =>
            [...placesOf(own.places, column)].some((i) => {
              const sum = own.sums[i];
              return sum !== undefined && pins(sum, isShown, isAsked);
            }) ||
            (givenAt.get(column) ?? []).some((i) => {
              const sum = given[i];
              return sum !== undefined && pins(sum, isShown, isAsked);
            }),
        );
      },
      show: (shown) => {
        for (const column of shown) {
          known.add(column);
          for (const i of placesOf(own.places, column)) {
            const sum = own.sums[i];
            if (sum === undefined) continue;
            const part = (sum.factors.get(column) ?? 0) * (truth[column] ?? Number.NaN);
            sum.factors.delete(column);
            sum.low -= part;
            sum.high -= part;
          }
          own.places.delete(column);
        }
      },
      copy: () =>
        within(
          {
            sums: own.sums.map((sum) => ({ ...sum, factors: new Map(sum.factors) })),
            pivots: [...own.pivots],
            places: new Map([...own.places].map(([column, places]) => [column, new Set(places)])),
          },
          new Set(known),
        ),
    };
  }
}

/** What is finite of a sum of bounds, and how many are not. */
interface Total {
  finite: number;
  endless: number;
}

function add(total: Total, bound: number): void {
  if (Number.isFinite(bound)) total.finite += bound;
  else total.endless += 1;
}

function without({ finite, endless }: Total, own: number, none: number): number {
  if (endless > (Number.isFinite(own) ? 0 : 1)) return none;
  return finite - (Number.isFinite(own) ? own : 0);
}
