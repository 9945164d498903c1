import type { Finding } from '../../finding/finding.js';
import type { BatchDraft } from '../batch.js';
import type { Layout, SourceCell, SourceRow, TableHead } from '../columns/layout.js';
import { matchColumns } from '../columns/match-columns.js';
import type { FlavourName } from '../flavours/names.js';
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

/** Opens a table whose layout is known; `headings` are what a file of rejects has above them. With a fault in them nothing is read. */
export function openLayout(
  session: Session,
  file: SourceFile,
  head: TableHead,
  flavour: FlavourName,
  layout: Layout,
  headings: readonly SourceRow[],
  batch: BatchDraft,
  fault?: Finding,
): RowReader | undefined {
  const matched = matchColumns(session, file, layout, head);
  const { columns, readings, findings } =
    fault === undefined ? matched : { columns: undefined, readings: matched.readings, findings: [fault] };
  batch.findings.push(...findings);
  const opened = {
    file: file.name,
    ...(head.sheet === undefined ? {} : { sheet: head.sheet }),
    flavour,
    columns: readings,
    headings,
    areProtected: head.delimiter !== undefined,
  };
  batch.opened.push(opened);
  if (columns === undefined) return undefined;
  const table = openTable(session, file, opened, columns, layout);
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
