import { type Finding, finding } from '../../finding/finding.js';
import type { BatchDraft } from '../batch.js';
import type { SourceCell, TableHead } from '../columns/layout.js';
import { fileNames, matchColumns } from '../columns/match-columns.js';
import { type Recognised, recognise, taken } from '../flavours/registry.js';
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

/** Whose table it is by its head; nothing where it bears no signature, and names no question. */
export function recogniseTable(session: Session, file: SourceFile, head: TableHead): Recognised | undefined {
  return recognise(head, fileNames(session, file), file.options.flavour);
}

/** Opens a table that was recognised, or is taken for what was said; nothing where it cannot be read, which the batch then says. */
export function openRows(
  session: Session,
  file: SourceFile,
  head: TableHead,
  batch: BatchDraft,
  recognised: Recognised = recogniseTable(session, file, head) ??
    taken(head, session.names, file.options.flavour),
): RowReader | undefined {
  const { flavour, layout, above } = recognised;
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
  if (above > 0) batch.findings.push(rowsAbove(file, head, layout.headingLine, above));
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

function rowsAbove({ name }: SourceFile, { sheet, rows }: TableHead, line: number, above: number): Finding {
  const cell = { ...(sheet === undefined ? {} : { sheet }), line: rows[0]?.line ?? 1 };
  return finding('rows-above-header', { file: name, cell }, { rows: above, line });
}
