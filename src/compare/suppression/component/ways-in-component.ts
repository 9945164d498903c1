import type { Row } from '../solver/solver.js';
import type { ComponentProgram } from './component-program.js';
import { isPossible } from './is-possible.js';

/** How far off a solver's ways may be, as a share of what is in a row. */
const tolerance = 2e-7;

/**
 * Ways that were kept, as points of a component: with what is new as it really is, or as an equation tells it that says nothing
 * else new. Only those that can be, by everything that holds there now.
 */
export function waysInComponent(
  { program, component, truth }: ComponentProgram,
  ways: readonly ReadonlyMap<number, number>[],
): readonly Float64Array[] {
  const { lower, upper, rows } = program;
  return ways.flatMap((way) => {
    const point = Float64Array.from(component.cells, (cell, i) => way.get(cell) ?? truth[i] ?? Number.NaN);
    for (const row of rows) complete(point, row, (column) => !way.has(component.cells[column] ?? -1));
    const isWithin = point.every(
      (value, i) => value >= (lower[i] ?? 0) - tolerance && value <= (upper[i] ?? 0) + tolerance,
    );
    return isWithin && isPossible(point, rows, tolerance) ? [point] : [];
  });
}

function complete(
  point: Float64Array,
  { columns, factors, low, high }: Row,
  isNew: (column: number) => boolean,
): void {
  if (!(high - low < tolerance)) return;
  const [open, ...others] = columns.flatMap((column, i) => (isNew(column) ? [i] : []));
  if (open === undefined || others.length > 0) return;
  let sum = 0;
  for (const [i, column] of columns.entries())
    sum += i === open ? 0 : (factors[i] ?? 0) * (point[column] ?? 0);
  point[columns[open] ?? -1] = (low - sum) / (factors[open] ?? Number.NaN);
}
