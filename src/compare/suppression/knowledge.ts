import type { Range } from '../../rubric/range.js';

/**
 * What a reader of tables knows: figures, and how they hang together. Cells go by their place in the list.
 * The model is the one of M. Fischetti and J. J. Salazar, Solving the Cell Suppression Problem on Tabular Data with
 * Linear Constraints, Management Science 47 (2001), pp. 1008–1027: any table, or set of tables, is a list of figures
 * under linear constraints, so that totals, means with known numbers, nested units and linked tables are one thing.
 */
export interface Knowledge {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  /** Which relations come to which. */
  readonly sums?: readonly RelationSum[];
}

/** One figure. */
export interface Cell {
  /** What a report calls it. */
  readonly name: string;
  /** What it really is; of a figure given out before, what was given out. */
  readonly value: number;
  /** The lowest and the highest that anyone knows it can be, before any table is read; may be infinite. */
  readonly range: Range;
  /** Withheld, it must stay unknown by more than this; infinite below 0 where it need not. */
  readonly limit: number;
  readonly standing: Standing;
  /** What withholding it loses, in any unit above 0; infinite where it is known already, so that it is of no use. */
  readonly loss: number;
}

/**
 * `open`: shown unless it must be withheld for the sake of others. `sensitive`: about too few, so withheld.
 * `given`: shown already, in a table given out before, where it could lie anywhere in its range.
 * `guarded`: shown nowhere, and may not be worked out either, as the figure of all but a unit's public parts.
 * `unseen`: shown nowhere, and nobody's secret.
 */
export type Standing = 'open' | 'sensitive' | 'given' | 'guarded' | 'unseen';

/** `low ≤ Σ factor × cell ≤ high`. An equation where the two are one. */
export interface Relation {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
  /** Whether it holds only by what a reader is taken to know of its error: by itself that tells nobody a figure. */
  readonly isLoose?: boolean;
  /** The sums that it is in, by their places. */
  readonly sums?: readonly number[];
}

export interface Term {
  readonly cell: number;
  readonly factor: number;
}

/** Who knows all of `from` is taken to know `to`: for what is no linear relation. */
export interface Derivation {
  readonly from: readonly number[];
  readonly to: number;
}

/**
 * Relations, by their places, that come to another together, as bounds of parts do to that of the whole. It follows from other relations;
 * but beside it, one relation after the other tells more.
 */
export interface RelationSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Which cells are withheld, by their places. */
export type Pattern = ReadonlySet<number>;

/** Whether a cell is in no table, whatever is chosen. */
export function isHidden({ standing }: Cell): boolean {
  return standing === 'sensitive' || standing === 'guarded' || standing === 'unseen';
}

/** Whether a cell must be kept from being worked out, once it is withheld. */
export function isKept({ standing, range, limit }: Cell): boolean {
  // Of a figure that can only be one thing there is nothing to keep.
  return standing !== 'unseen' && standing !== 'given' && range.max > range.min && limit >= 0;
}

/** The same, where some cells need not be kept from being worked out. */
export function withoutLimits(knowledge: Knowledge, of: ReadonlySet<number>): Knowledge {
  if (of.size === 0) return knowledge;
  return {
    ...knowledge,
    cells: knowledge.cells.map((cell, i) =>
      of.has(i) ? { ...cell, limit: Number.NEGATIVE_INFINITY } : cell,
    ),
  };
}

/**
 * A relation that should hold between cells, as it does hold: but for an error, since scores are capped or missing here and
 * there. A reader is taken to know that it is no more than twice as large as it is, either way.
 */
export function relation(
  terms: readonly Term[],
  constant: number,
  cells: readonly Pick<Cell, 'value'>[],
): Relation {
  const found = terms.reduce((sum, { cell, factor }) => sum + factor * (cells[cell]?.value ?? Number.NaN), 0);
  const scale = terms.reduce((most, { cell, factor }) => {
    return Math.max(most, Math.abs(factor * (cells[cell]?.value ?? 0)));
  }, Math.abs(constant));
  const error = Math.abs(found - constant);
  // Errors of arithmetic are none: what is meant to be equal is.
  if (error <= 1e-12 * scale)
    return { terms, low: Math.min(constant, found), high: Math.max(constant, found) };
  return { terms, low: constant - 2 * error, high: constant + 2 * error, isLoose: true };
}
