import type { Row } from '../solver/solver.js';
import { isPossible } from './is-possible.js';

/** Bounds may change between moves. */
export interface Bounded {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
}

/** Where to, as a factor a column, and when it will do: after so many turns, or where a column has gone so far from the truth. */
export interface Aim {
  readonly towards: ReadonlyMap<number, number>;
  readonly turns: number;
  readonly isEnough?: (at: Float64Array) => boolean;
}

/** Moves from the truth: where all columns are then. Nothing where that cannot be, by errors of arithmetic. */
export type Move = (aim: Aim) => Float64Array | undefined;

/** What counts as no slope at all. */
const flat = 1e-9;
/** How far a row may be off in the end, as a share of what is in it: a hundredth of a solver's tolerance. */
const tolerance = 1e-9;

/**
 * Moves by gradient projection (J. B. Rosen, The Gradient Projection Method for Nonlinear Programming I, SIAM Journal 8 (1960),
 * pp. 181–217): straight on, with all equations kept, until a bound stops it, and then along that bound. It does not
 * always get as far as a column can go, but where it gets can be: that is checked.
 */
export function movesIn({ lower, upper, rows }: Bounded, truth: Float64Array): Move {
  let equations: Float64Array[] | undefined;
  // What has two ends gives way by an error at most, and is kept too.
  const isOpen = ({ low, high }: Row) => !Number.isFinite(high - low);
  const slack = rows.filter(isOpen);

  const gradient = (row: Row): Float64Array => {
    const result = new Float64Array(truth.length);
    for (const [i, column] of row.columns.entries()) result[column] = row.factors[i] ?? 0;
    return result;
  };
  /** How far a step can go, and the gradient of what stops it. */
  const firstStop = (at: Float64Array, step: Float64Array) => {
    let length = Number.POSITIVE_INFINITY;
    let stop: (() => Float64Array) | undefined;
    const stopBy = (room: number, slope: number, found: () => Float64Array) => {
      const far = Math.max(0, room) / slope;
      if (far < length) [length, stop] = [far, found];
    };
    for (let i = 0; i < at.length; i++) {
      const slope = step[i] ?? 0;
      if (Math.abs(slope) <= flat) continue;
      const room = slope > 0 ? (upper[i] ?? 0) - (at[i] ?? 0) : (at[i] ?? 0) - (lower[i] ?? 0);
      stopBy(room, Math.abs(slope), () => unit(at.length, i));
    }
    for (const row of slack) {
      const slope = sumOf(row, step);
      if (Math.abs(slope) <= flat) continue;
      const room = slope > 0 ? row.high - sumOf(row, at) : sumOf(row, at) - row.low;
      stopBy(room, Math.abs(slope), () => gradient(row));
    }
    return { length, stop };
  };
  const kept = (): Float64Array[] => {
    if (equations !== undefined) return equations;
    equations = [];
    for (const row of rows) if (!isOpen(row)) addTo(equations, gradient(row));
    return equations;
  };

  return ({ towards, turns, isEnough = () => false }) => {
    const basis = [...kept()];
    const at = truth.slice();
    for (let turn = 0; turn < turns; turn++) {
      const step = new Float64Array(at.length);
      for (const [column, factor] of towards) step[column] = factor;
      const before = lengthOf(step);
      project(step, basis);
      if (lengthOf(step) < flat * before) break;
      const { length, stop } = firstStop(at, step);
      // Where nothing stops it, it need not go on for ever.
      const far = stop === undefined ? 1 : length;
      for (let i = 0; i < at.length; i++) {
        const to = (at[i] ?? 0) + far * (step[i] ?? 0);
        at[i] = Math.min(Math.max(to, lower[i] ?? to), upper[i] ?? to);
      }
      if (stop === undefined || isEnough(at) || !addTo(basis, stop())) break;
    }
    return isPossible(at, rows, tolerance) ? at : undefined;
  };
}

function sumOf({ columns, factors }: Row, at: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += (factors[i] ?? 0) * (at[columns[i] ?? -1] ?? 0);
  return sum;
}

function unit(length: number, at: number): Float64Array {
  const result = new Float64Array(length);
  result[at] = 1;
  return result;
}

function lengthOf(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** Takes out of a vector what lies along others, which are of length 1 and at right angles to one another. */
function project(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const each of basis) {
    let along = 0;
    for (let i = 0; i < vector.length; i++) along += (vector[i] ?? 0) * (each[i] ?? 0);
    if (along === 0) continue;
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - along * (each[i] ?? 0);
  }
}

/** Adds what is new in a vector to a basis, and says whether there is any. */
function addTo(basis: Float64Array[], vector: Float64Array): boolean {
  const before = lengthOf(vector);
  project(vector, basis);
  // Once more: what is left is the less at right angles the less is left.
  project(vector, basis);
  const length = lengthOf(vector);
  if (!(length > flat * before)) return false;
  basis.push(vector.map((value) => value / length));
  return true;
}
