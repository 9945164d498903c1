import type { Component } from '../components.js';
import type { Knowledge } from '../knowledge.js';
import type { LinearProgram } from '../solver/solver.js';

/** A component as a linear program: a column a cell, in the order of the component, and a row a relation. */
export interface ComponentProgram {
  readonly component: Component;
  readonly program: LinearProgram;
  readonly columnOf: (cell: number) => number | undefined;
  /** What each column really is. */
  readonly truth: Float64Array;
  /** Rows that come to another together. */
  readonly sums: readonly SumOfRows[];
  /** How wide a column's bounds may be found, by a solver's tolerance, where what is really there is no wider than the limit. */
  readonly widestPinned: Float64Array;
}

/** `Σ parts − whole = rest`, by what rows come to; those are left out in which all is known. No sum has rows in other components. */
export interface SumOfRows {
  readonly parts: readonly number[];
  readonly whole: number | undefined;
  readonly rest: number;
  /** The relations that it is of, by their places. */
  readonly relations: readonly number[];
}

/** The component as a linear program, with what is known taken over to the other side. */
export function componentProgram(
  { cells, relations, sums = [] }: Knowledge,
  component: Component,
  isUnknown: (cell: number) => boolean,
): ComponentProgram {
  const columns = new Map(component.cells.map((cell, column) => [cell, column]));
  const ranges = component.cells.map((cell) => cells[cell]?.range);
  const inside = new Set(component.relations.flatMap((at) => relations[at]?.sums ?? []));
  const rowOf = new Map(inside.size === 0 ? [] : component.relations.map((at, row) => [at, row]));
  const hasUnknown = (at: number) => relations[at]?.terms.some(({ cell }) => isUnknown(cell)) ?? true;
  const knownIn = (at: number) =>
    (relations[at]?.terms ?? []).reduce(
      (sum, { cell, factor }) => (isUnknown(cell) ? sum : sum + factor * (cells[cell]?.value ?? 0)),
      0,
    );
  const rows = component.relations.map((at) => {
    const { terms = [], low = 0, high = 0 } = relations[at] ?? {};
    const factorOf = new Map<number, number>();
    let known = 0;
    for (const { cell, factor } of terms) {
      const column = isUnknown(cell) ? columns.get(cell) : undefined;
      if (column === undefined) known += factor * (cells[cell]?.value ?? 0);
      else factorOf.set(column, (factorOf.get(column) ?? 0) + factor);
    }
    return {
      low: low - known,
      high: high - known,
      columns: [...factorOf.keys()],
      factors: [...factorOf.values()],
    };
  });
  return {
    component,
    program: {
      lower: ranges.map((range) => range?.min ?? Number.NEGATIVE_INFINITY),
      upper: ranges.map((range) => range?.max ?? Number.POSITIVE_INFINITY),
      rows,
    },
    sums: [...inside].flatMap((i): readonly SumOfRows[] => {
      const { whole, parts } = sums[i] ?? {};
      if (whole === undefined || parts === undefined) return [];
      const all = [whole, ...parts];
      if (all.some((at) => !rowOf.has(at) && hasUnknown(at))) return [];
      return [
        {
          parts: parts.flatMap((at) => rowOf.get(at) ?? []),
          whole: rowOf.get(whole),
          rest: parts.reduce((rest, at) => rest - knownIn(at), knownIn(whole)),
          relations: all,
        },
      ];
    }),
    columnOf: (cell) => columns.get(cell),
    truth: Float64Array.from(component.cells, (cell) => cells[cell]?.value ?? Number.NaN),
    widestPinned: Float64Array.from(component.cells, (cell) => (cells[cell]?.limit ?? 0) * (1 + 1e-6) + 1e-7),
  };
}
