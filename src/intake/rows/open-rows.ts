import { type Finding, finding } from '../../finding/finding.js';
import type { BatchDraft } from '../batch.js';
import type { TableHead } from '../columns/layout.js';
import { fileNames } from '../columns/match-columns.js';
import { type Recognised, recognise, taken } from '../flavours/registry.js';
import type { Session, SourceFile } from '../session.js';
import { damagedHeadings } from './damaged-headings.js';
import { openLayout, type RowReader } from './row-reader.js';
import { turnedRows } from './turned-rows.js';

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
  if ('turn' in layout) return turnedRows(session, file, head, flavour.name, layout);
  const headings = head.rows.slice(0, layout.firstRow);
  const fault = damagedHeadings(file, head, headings.slice(above));
  const reader = openLayout(session, file, head, flavour.name, layout, headings, batch, fault);
  if (reader !== undefined && above > 0) {
    batch.findings.push(rowsAbove(file, head, layout.headingLine, above));
  }
  return reader;
}

function rowsAbove({ name }: SourceFile, { sheet, rows }: TableHead, line: number, above: number): Finding {
  const cell = { ...(sheet === undefined ? {} : { sheet }), line: rows[0]?.line ?? 1 };
  return finding('rows-above-header', { file: name, cell }, { rows: above, line });
}
