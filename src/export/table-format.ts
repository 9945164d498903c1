import type { TableFormatName } from './format-names.js';
import type { Column, NamedTable, Table, TableCell } from './table.js';

/** What a terminal can show. Formats for files pass it over. */
export interface TableOptions {
  /** In columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Whether more than ASCII can be shown. */
  readonly unicode: boolean;
}

/** A way to write a table down. */
export interface TableFormat {
  readonly name: TableFormatName;
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly describe: string;
  readonly write: (table: Table, options: TableOptions) => string | Uint8Array;
  /** Several tables in one file, where it can hold them. */
  readonly writeSeveral?: (tables: readonly NamedTable[], options: TableOptions) => string | Uint8Array;
  /** Where rows can be written as they come: what stands before them, and the text of some of them. */
  readonly stream?: {
    readonly head: (columns: readonly Column[]) => string;
    readonly rows: (columns: readonly Column[], rows: readonly (readonly TableCell[])[]) => string;
  };
}
