import type { TableFormatName } from './format-names.js';
import type { Column, Table, TableCell } from './table.js';
import type { TableDocument } from './table-document.js';

/** What a terminal can show. Formats for files pass it over. */
export interface TableOptions {
  /** In columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Whether more than ASCII can be shown. */
  readonly unicode: boolean;
}

type Written = string | Uint8Array | Promise<Uint8Array>;

/** A way to write a table down. */
export interface TableFormat {
  readonly name: TableFormatName;
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly describe: string;
  /** Whether programs read it, to which an empty cell does not say why it is. */
  readonly forPrograms?: true;
  /** Whether a terminal can make nothing of it. */
  readonly binary?: true;
  readonly write: (table: Table, options: TableOptions) => Written;
  /** Several tables, and what they were made of, where the format can hold that. */
  readonly writeDocument?: (document: TableDocument, options: TableOptions) => Written;
  /** Where rows can be written as they come: what stands before them, and the text of some of them. */
  readonly stream?: {
    readonly head: (columns: readonly Column[]) => string;
    readonly rows: (columns: readonly Column[], rows: readonly (readonly TableCell[])[]) => string;
  };
}
