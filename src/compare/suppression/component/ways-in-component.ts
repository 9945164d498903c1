import type { Row } from '../solver/solver.js';
import type { ComponentProgram } from './component-program.js';
import { isPossible } from './is-possible.js';

/** How far off a solver's ways may be, as a share of what is in a row. */
const tolerance = 2e-7;

/**
 * Ways that were kept, as points of a component: with what is new (NaN) as it really is, or as an equation tells it that says nothing
 * else new. Only those that can be, by everything that holds there now.
 */
export function waysInComponent(
  { program, truth }: Pick<ComponentProgram, 'program' | 'truth'>,
  ways: readonly Float64Array[],
): readonly Float64Array[] {
  const { lower, upper, rows } = program;
  return ways.flatMap((way) => {
    const point = way.map((figure, i) => (Number.isNaN(figure) ? (truth[i] ?? Number.NaN) : figure));
    for (const row of rows) complete(point, row, way);
    const isWithin = point.every(
      (value, i) => value >= (lower[i] ?? 0) - tolerance && value <= (upper[i] ?? 0) + tolerance,
    );
    return isWithin && isPossible(point, rows, tolerance) ? [point] : [];
  });
}

/** Solves an equation for the one column in it that `way` says nothing of, where there is one. */
function complete(point: Float64Array, { columns, factors, low, high }: Row, way: Float64Array): void {
  if (!(high - low < tolerance)) return;
  let open = -1;
  let sum = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] ?? -1;
    if (!Number.isNaN(way[column] ?? 0)) sum += (factors[i] ?? 0) * (point[column] ?? 0);
    else if (open >= 0) return;
    else open = i;
  }
  if (open >= 0) point[columns[open] ?? -1] = (low - sum) / (factors[open] ?? Number.NaN);
}
