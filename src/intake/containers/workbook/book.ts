import type { SourceCell } from '../../columns/layout.js';

/** A workbook, as far as intake needs it. */
export interface Book {
  readonly sheets: readonly Sheet[];
  /** Cells that have a name in the whole workbook, by that name. */
  readonly names: ReadonlyMap<string, CellAddress>;
}

/** A sheet of cells; those with charts or macros alone are none. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether the library gave up on it. */
  readonly broken: boolean;
  /** The numbers, from 0, of the rows with anything in them, in their order. */
  readonly rows: readonly number[];
  /** The characters of all its texts: a text that many cells share counts for each of them. */
  readonly characters: number;
  /** How many columns there are up to the last with anything in it. */
  readonly width: number;
  /** The cells of a row, as many as the sheet is wide. */
  readonly cells: (row: number) => readonly SourceCell[];
  readonly cell: (row: number, column: number) => SourceCell;
  readonly merges: readonly Merge[];
  /** Cells that a note was pinned to. */
  readonly notes: () => readonly Omit<CellAddress, 'sheet'>[];
}

/** Rows and columns count from 0. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Cells that were made one, with both ends. */
export interface Merge {
  readonly from: Omit<CellAddress, 'sheet'>;
  readonly to: Omit<CellAddress, 'sheet'>;
}

/** Nothing beyond is a cell that a spreadsheet has. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;
