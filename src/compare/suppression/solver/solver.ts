/** Solves linear programs, over and over on the same constraints. */
export interface Solver {
  readonly open: (program: LinearProgram) => Session;
}

/** Columns with bounds, and rows `low ≤ Σ factor × column ≤ high`; bounds may be infinite. */
export interface LinearProgram {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly low: number;
  readonly high: number;
  readonly columns: readonly number[];
  readonly factors: readonly number[];
}

export interface Session {
  /**
   * How high a sum of columns can be, by a factor a column; of one column with −1, how low that can be. Where just the
   * point is wanted, it may be held there by more rows than need be.
   */
  readonly highest: (factors: ReadonlyMap<number, number>, wanted?: 'point') => Extreme;
  /** From now on a column has other bounds. */
  readonly bound: (column: number, lower: number, upper: number) => void;
  readonly close: () => void;
}

export interface Extreme {
  /** Infinite where nothing bounds the sum. */
  readonly value: number;
  /** All columns where it is so; nothing where there is no bound. */
  readonly point: ArrayLike<number> | undefined;
  /** The rows that hold it there. */
  readonly tight: readonly number[];
}
