import type { Row } from '../solver/solver.js';

/** Whether all rows hold at a point, each but for a share of what is largest in it, or of 1. */
export function isPossible(at: Float64Array, rows: readonly Row[], tolerance: number): boolean {
  return rows.every((row) => {
    const { columns, factors, low, high } = row;
    let [sum, scale] = [0, 1];
    for (let i = 0; i < columns.length; i++) {
      const part = (factors[i] ?? 0) * (at[columns[i] ?? -1] ?? 0);
      sum += part;
      scale = Math.max(scale, Math.abs(part));
    }
    return sum >= low - tolerance * scale && sum <= high + tolerance * scale;
  });
}
