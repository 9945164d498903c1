import type { Question } from '../../questionnaire/questionnaire.js';
import type { MetaColumn } from './targets.js';

/** A cell as its file holds it: its text, or what a workbook has besides texts. Numbers are their shortest decimal. */
export type SourceCell = string | SpecialCell;

export type SpecialCell =
  /** A cell that the spreadsheet holds as a date: ISO 8601, and what a person sees there. */
  | { readonly kind: 'date'; readonly iso: string; readonly shown: string }
  /** A formula that came to nothing, as `#REF!`. */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula whose value the file does not hold. */
  | { readonly kind: 'uncomputed' };

/** A row of a table that came back: `line` is the line it begins in, or its number in a sheet, both from 1. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly SourceCell[];
}

/** The beginning of a table, by which its flavour is recognised. */
export interface TableHead {
  /** The sheet's name, in a workbook. */
  readonly sheet?: string;
  /** The first rows that are not blank. */
  readonly rows: readonly SourceRow[];
  /** Whether these are all rows. */
  readonly whole: boolean;
  /** What stands between its cells, in words; none in a workbook. */
  readonly delimiter?: string;
}

/** How a table is laid out: what its columns are, and with which row the responses begin. */
export interface Layout {
  /** One for every column, in their order. */
  readonly headings: readonly Heading[];
  /** The place among the head's rows of the first that is a response. */
  readonly firstRow: number;
  /** The row that findings about headings point to. */
  readonly headingLine: number;
  readonly cells: CellConventions;
  /** Where cells stand, if not where their row and column say. */
  readonly spots?: Spots;
  /** Why a row is no response but left out by a rule of the form tool, such as a preview; counted in the ledger. */
  readonly leavesOut?: (cells: readonly SourceCell[]) => LeftOutReason | undefined;
  /** Why questions have no column, where that is on purpose: they are not asked here, or were answered before. */
  readonly omits?: 'not_asked' | 'answered';
}

/** Where a cell stands in its file; both count from 1. */
export interface CellSpot {
  /** Where it is another than the table's. */
  readonly sheet?: string;
  readonly line: number;
  readonly column: number;
}

/** Where the cells of a table stand that was made of another: a row by its number, a column from 0. */
export interface Spots {
  readonly heading: (at: number) => CellSpot | undefined;
  /** None where the cells of a row stand all over the file. */
  readonly row: (row: number) => CellSpot | undefined;
  readonly cell: (row: number, at: number) => CellSpot | undefined;
}

/** A table with a question a line and a response a column: rows can be made of it when all its lines are there. */
export interface TurnedLayout {
  readonly turn: (lines: readonly SourceRow[]) => TurnedTable;
}

/** What was made of a turned table. */
export interface TurnedTable {
  readonly layout: Layout & { readonly spots: Spots };
  /** The headings as a table that is not turned would have them. */
  readonly header: readonly string[];
  /** A response each; `column` counts those of the file from 1. */
  readonly rows: readonly { readonly column: number; readonly cells: readonly SourceCell[] }[];
}

/** Rules by which rows are left out; each is counted. */
export const leftOutReasons = ['preview', 'example', 'heading', 'not_submitted', 'not_filled_in'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What one column is, as far as the form tool says. */
export interface Heading {
  /** The column, from 0. */
  readonly at: number;
  /** As it is written, for messages. */
  readonly text: string;
  readonly use: HeadingUse;
}

export type HeadingUse =
  /** An answer, a profile field or a follow-up, to be matched by any of these names, the surest first. */
  | { readonly kind: 'named'; readonly names: readonly string[]; readonly repeat?: Repeat | undefined }
  /** One row of a grid: names of the whole, and of the row. */
  | { readonly kind: 'item'; readonly names: readonly string[]; readonly item: readonly string[] }
  /** One option of a question with several answers, in a column of its own. */
  | { readonly kind: 'option'; readonly names: readonly string[]; readonly option: readonly string[] }
  /**
   * What was written beside the options of a question: kept as a note. Where it stands beside one option, by any of the
   * texts in `beside`, that option was chosen too; with none it is a comment on the question.
   */
  | { readonly kind: 'other'; readonly names: readonly string[]; readonly beside?: readonly string[] }
  /** One of these, the surest first: a form tool writes several things alike. */
  | { readonly kind: 'any'; readonly of: readonly HeadingUse[] }
  /** A column of the form tool's own that stands for one of ours. */
  | { readonly kind: 'meta'; readonly meta: MetaColumn }
  /**
   * Who answered, as the form tool records it: dropped, unless a profile field with one of these names is kept. Some words
   * in it, such as "anonymous", stand for nobody.
   */
  | { readonly kind: 'personal'; readonly names: readonly string[]; readonly nobody?: readonly string[] }
  /** A column of the form tool's own that says nothing about the answers. */
  | { readonly kind: 'tool' };

/** One of several headings with one title. */
export interface Repeat {
  readonly title: string;
  /** Which of them it is, from 0. */
  readonly nth: number;
  readonly times: number;
}

/** How a form tool writes cells. */
export interface CellConventions {
  /** What joins several answers in a cell; a `;` always does. A space does so only between known words. */
  readonly joins: readonly string[];
  /** Words of the tool's own, folded, and what they stand for, by what a column holds; a blank is told of. */
  readonly words?: Readonly<Partial<Record<WordPlace, ReadonlyMap<string, string>>>>;
  /** Given where a bare number may be the place of an answer in the form's list, and not a level's value. */
  readonly codes?: 'places';
  /** Given where a question with a column for each option and one for all has its whole answer in both. */
  readonly options?: 'repeated';
}

/** A column of answers of one type, of one option, or of the time of completion. */
export type WordPlace = Question['type'] | 'option' | 'completed';

export const plainCells: CellConventions = { joins: [] };
