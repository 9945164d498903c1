import { columnLetter } from '../../../finding/words.js';

/** A workbook as data: what stands where, what may be filled in, and what is read from it. */
export interface FormLayout {
  readonly title: string;
  readonly language: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  /** What stays in sight, and is printed again on every page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Cells that get a colour where the formula, written for the first of them, is true. */
  readonly highlights: readonly Highlight[];
}

export interface Highlight {
  readonly from: Position;
  readonly to: Position;
  readonly formula: string;
}

export type Row = readonly (Cell | undefined)[];

/** Counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Cell {
  readonly look: Look;
  readonly content: Content;
  /** How many columns it reaches over; one, if it does not say. */
  readonly span?: number;
  /** What is read from the cell; without it the cell is only shown. */
  readonly reads?: Reads;
}

export interface Reads {
  /** The column of the wide table that it stands for: `data_owner`, `data_owner__note`, `organisation`, `wave`. */
  readonly target: string;
  /** Of a question with several answers: the option that a yes here chooses. */
  readonly option?: string;
  /** What may be filled in; without it the cell is locked. */
  readonly check?: Check;
}

/** How a cell looks; the writer knows what that is. */
export type Look =
  | 'title'
  | 'heading'
  | 'about'
  | 'header'
  | 'label'
  | 'text'
  | 'question'
  | 'item'
  | 'option'
  | 'number'
  | 'state'
  | 'input'
  | 'carried'
  | 'closed'
  | 'plain';

export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** ISO 8601. */
  | { readonly kind: 'date'; readonly date: string }
  /** Without its `=`; `shown` is what it comes to as long as nothing is changed. */
  | { readonly kind: 'formula'; readonly formula: string; readonly shown: string | number };

/** What a cell accepts. */
export type Check = { readonly prompt?: string } & (
  | { readonly kind: 'anything' }
  /** Only the words, or anything else too. */
  | { readonly kind: 'list'; readonly words: readonly string[]; readonly only: boolean }
  | {
      readonly kind: 'number';
      readonly min: number | undefined;
      readonly max: number | undefined;
      readonly integer: boolean;
      /** What may stand there instead of a number. */
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'date';
      readonly min: string | undefined;
      readonly max: string | undefined;
      readonly words: readonly string[];
    }
  | { readonly kind: 'length'; readonly most: number }
);

export const blank: Content = { kind: 'blank' };

/** A text, a number, or nothing. */
export function contentOf(value: string | number | undefined): Content {
  if (value === undefined || value === '') return blank;
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value };
}

/** A cell that is only shown. */
export function shown(look: Look, value: string | number | undefined): Cell {
  return { look, content: contentOf(value) };
}

/** `D5`. */
export function a1({ row, column }: Position): string {
  return `${columnLetter(column + 1)}${row + 1}`;
}

/** `$D$5`. */
export function fixed({ row, column }: Position): string {
  return `$${columnLetter(column + 1)}$${row + 1}`;
}

/** A text within a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
