import type { Row } from '../solver/solver.js';

/**
 * How low and high columns can be as far as single rows tell, one after the other: each with what the others told before. It is bound
 * propagation (E. Davis, Constraint Propagation with Interval Labels, Artificial Intelligence 32 (1987), pp. 281–331). A solver may find
 * closer bounds, but none that are wider.
 */
export interface Propagation {
  /** Anew from other bounds. What is `possible` is never excluded by errors of rounding. */
  readonly start: (lower: ArrayLike<number>, upper: ArrayLike<number>, possible: Float64Array) => void;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Narrows a column, and what follows; says whether all can still be. */
  readonly narrow: (column: number, low: number, high: number, possible?: Float64Array) => boolean;
  /** The rows that tell the bounds of a column, its own first; of many only those. */
  readonly rowsOf: (column: number) => readonly number[];
  /** How it stands, to come back to. */
  readonly mark: () => number;
  readonly undo: (mark: number) => void;
  /** Which columns have closer bounds since. */
  readonly since: (mark: number) => readonly number[];
}

/** A bound that takes less than this share of what is left is not worth going on. */
const leastGain = 0.05;
/** What is no wider is one figure, but for errors of rounding. */
const nought = 1e-9;
const clash = 1e-7;
/** Where more rows tell a bound, the first of them do for a reason. */
const mostReasons = 40;
/** How many bounds are told at most, a column: what goes on comes closer and closer to what it never reaches. */
const mostBounds = 100;

export function propagation(rows: readonly Row[], width: number): Propagation {
  const lower = new Float64Array(width);
  const upper = new Float64Array(width);
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] ?? 0) + row.columns.length;
  const size = starts[rows.length] ?? 0;
  const columns = new Int32Array(size);
  const factors = new Float64Array(size);
  const lows = Float64Array.from(rows, ({ low }) => low);
  const highs = Float64Array.from(rows, ({ high }) => high);
  const columnStarts = new Int32Array(width + 1);
  for (const row of rows)
    for (const column of row.columns) columnStarts[column + 1] = (columnStarts[column + 1] ?? 0) + 1;
  for (let i = 0; i < width; i++) columnStarts[i + 1] = (columnStarts[i + 1] ?? 0) + (columnStarts[i] ?? 0);
  const rowsAt = new Int32Array(size);
  const filled = columnStarts.slice();
  for (const [at, row] of rows.entries()) {
    const start = starts[at] ?? 0;
    for (let i = 0; i < row.columns.length; i++) {
      const column = row.columns[i] ?? -1;
      columns[start + i] = column;
      factors[start + i] = row.factors[i] ?? 0;
      const place = filled[column] ?? 0;
      rowsAt[place] = at;
      filled[column] = place + 1;
    }
  }
  // What was told, in order: of column 2i the lower, of 2i + 1 the upper bound.
  const places: number[] = [];
  const by: number[] = [];
  const before: number[] = [];
  const previous: number[] = [];
  const latest = new Int32Array(2 * width).fill(-1);
  const waiting: number[] = [];
  const isWaiting = new Uint8Array(rows.length);

  const tell = (column: number, side: 0 | 1, value: number, row: number) => {
    const bounds = side === 0 ? lower : upper;
    const place = 2 * column + side;
    previous.push(latest[place] ?? -1);
    latest[place] = places.length;
    places.push(place);
    by.push(row);
    before.push(bounds[column] ?? 0);
    bounds[column] = value;
    for (let i = columnStarts[column] ?? 0; i < (columnStarts[column + 1] ?? 0); i++) {
      const other = rowsAt[i] ?? -1;
      if (isWaiting[other] === 1) continue;
      isWaiting[other] = 1;
      waiting.push(other);
    }
  };

  /** Narrows the columns of a row; says whether it can hold. */
  const look = (at: number, anchor: Float64Array | undefined): boolean => {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    const low = lows[at] ?? 0;
    const high = highs[at] ?? 0;
    let least = 0;
    let most = 0;
    let leastEndless = 0;
    let mostEndless = 0;
    let scale = 1;
    for (let i = start; i < end; i++) {
      const factor = factors[i] ?? 0;
      const column = columns[i] ?? -1;
      const a = factor * (lower[column] ?? 0);
      const b = factor * (upper[column] ?? 0);
      const down = factor > 0 ? a : b;
      const up = factor > 0 ? b : a;
      if (down > Number.NEGATIVE_INFINITY) {
        least += down;
        if (down > scale) scale = down;
        else if (-down > scale) scale = -down;
      } else leastEndless++;
      if (up < Number.POSITIVE_INFINITY) most += up;
      else mostEndless++;
    }
    if (leastEndless === 0 && least > high + clash * scale) return false;
    if (mostEndless === 0 && most < low - clash * scale) return false;
    const canTop = high < Number.POSITIVE_INFINITY && leastEndless <= 1;
    const canBottom = low > Number.NEGATIVE_INFINITY && mostEndless <= 1;
    if (!canTop && !canBottom) return true;
    if (leastEndless + mostEndless === 0 && most <= high && least >= low) return true;
    for (let i = start; i < end; i++) {
      const factor = factors[i] ?? 0;
      if (factor === 0) continue;
      const column = columns[i] ?? -1;
      const lowNow = lower[column] ?? 0;
      const highNow = upper[column] ?? 0;
      const wide = highNow - lowNow;
      if (wide <= nought) continue;
      const gain = Math.max(wide < Number.POSITIVE_INFINITY ? leastGain * wide : 0, nought);
      const a = factor * lowNow;
      const b = factor * highNow;
      const down = factor > 0 ? a : b;
      const up = factor > 0 ? b : a;
      if (canTop && (leastEndless === 0 || down === Number.NEGATIVE_INFINITY)) {
        const rest = leastEndless === 0 ? least - down : least;
        let to = (high - rest) / factor;
        if (anchor !== undefined)
          to = factor > 0 ? Math.max(to, anchor[column] ?? to) : Math.min(to, anchor[column] ?? to);
        if (factor > 0) {
          if (to < highNow - gain) tell(column, 1, Math.max(to, lowNow), at);
        } else if (to > lowNow + gain) tell(column, 0, Math.min(to, highNow), at);
      }
      if (canBottom && (mostEndless === 0 || up === Number.POSITIVE_INFINITY)) {
        const rest = mostEndless === 0 ? most - up : most;
        let to = (low - rest) / factor;
        if (anchor !== undefined)
          to = factor > 0 ? Math.min(to, anchor[column] ?? to) : Math.max(to, anchor[column] ?? to);
        if (factor > 0) {
          if (to > (lower[column] ?? 0) + gain) tell(column, 0, Math.min(to, upper[column] ?? to), at);
        } else if (to < (upper[column] ?? 0) - gain) tell(column, 1, Math.max(to, lower[column] ?? to), at);
      }
    }
    return true;
  };
  const goOn = (anchor: Float64Array | undefined): boolean => {
    const end = places.length + mostBounds * width;
    let isPossible = true;
    for (let i = 0; i < waiting.length; i++) {
      const at = waiting[i] ?? -1;
      isWaiting[at] = 0;
      if (isPossible && places.length < end) isPossible = look(at, anchor);
    }
    waiting.length = 0;
    return isPossible;
  };

  return {
    start: (least, most, possible) => {
      lower.set(least);
      upper.set(most);
      for (const told of [places, by, before, previous]) told.length = 0;
      latest.fill(-1);
      for (let i = 0; i < rows.length; i++) waiting.push(i);
      isWaiting.fill(1);
      goOn(possible);
    },
    lower,
    upper,
    narrow: (column, low, high, anchor) => {
      if (high < (upper[column] ?? 0)) tell(column, 1, high, -1);
      if (low > (lower[column] ?? 0)) tell(column, 0, low, -1);
      return goOn(anchor);
    },
    rowsOf: (column) => {
      const found = new Set<number>();
      const seen = new Set<number>();
      const open = [latest[2 * column] ?? -1, latest[2 * column + 1] ?? -1];
      for (let i = 0; i < open.length && found.size < mostReasons; i++) {
        const at = open[i] ?? -1;
        if (at < 0 || seen.has(at)) continue;
        seen.add(at);
        const row = by[at] ?? -1;
        if (row < 0) continue;
        found.add(row);
        const place = places[at] ?? -1;
        const own = place >> 1;
        const start = starts[row] ?? 0;
        const end = starts[row + 1] ?? 0;
        let ownFactor = 0;
        for (let term = start; term < end; term++) if (columns[term] === own) ownFactor = factors[term] ?? 0;
        // It is told by the least of all others, or by the most.
        const isByMost = (place % 2 === 1) !== ownFactor > 0;
        for (let term = start; term < end; term++) {
          const column = columns[term] ?? -1;
          const factor = factors[term] ?? 0;
          if (column === own || factor === 0) continue;
          let from = latest[2 * column + (factor > 0 === isByMost ? 1 : 0)] ?? -1;
          while (from >= at) from = previous[from] ?? -1;
          open.push(from);
        }
      }
      return [...found];
    },
    mark: () => places.length,
    since: (mark) => places.slice(mark).map((place) => place >> 1),
    undo: (mark) => {
      while (places.length > mark) {
        const place = places.pop() ?? -1;
        by.pop();
        const bounds = place % 2 === 0 ? lower : upper;
        bounds[place >> 1] = before.pop() ?? 0;
        latest[place] = previous.pop() ?? -1;
      }
    },
  };
}
