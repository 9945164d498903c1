import type { BatchDraft } from '../batch.js';
import type { SourceCell, TableHead } from '../columns/layout.js';
import { matchColumns } from '../columns/match-columns.js';
import { recognise } from '../flavours/registry.js';
import type { Session, SourceFile } from '../session.js';
import { heldRows } from './held-rows.js';
import { closeTable, readRow } from './read-row.js';
import { openTable } from './table.js';

/** Reads the rows of one table, in their order. */
export interface RowReader {
  /** How many of the head's rows stand above the responses. */
  readonly firstRow: number;
  /** Reads a row into the batch, and says how many lines of its file it takes. */
  readonly read: (cells: readonly SourceCell[], line: number, batch: BatchDraft) => number;
  /** How many rows were read, blank ones among them. */
  readonly rows: () => number;
  /** Ends the table: what is left to read or to say goes into the batch. */
  readonly close: (batch: BatchDraft) => void;
}

/** How many rows of a table its flavour is recognised by, at most. */
export const headRows = 30;

/** Makes out what a table is by its head; nothing where it cannot be read, which the batch then says. */
export function openRows(
  session: Session,
  file: SourceFile,
  head: TableHead,
  batch: BatchDraft,
): RowReader | undefined {
  const { flavour, layout } = recognise(head, session.names, file.options.flavour);
  const { columns, readings, findings } = matchColumns(session, file, layout, head);
  batch.findings.push(...findings);
  const opened = {
    file: file.name,
    ...(head.sheet === undefined ? {} : { sheet: head.sheet }),
    flavour: flavour.name,
    columns: readings,
    headings: head.rows.slice(0, layout.firstRow),
  };
  batch.opened.push(opened);
  if (columns === undefined) return undefined;
  const table = openTable(session, file, opened, columns, layout.leavesOut);
  const reader: RowReader = {
    firstRow: layout.firstRow,
    read: (cells, line, into) => readRow(table, cells, line, into),
    rows: () => table.rows,
    close: (into) => {
      into.findings.push(...closeTable(table));
    },
  };
  return heldRows(reader, table.habits);
}
