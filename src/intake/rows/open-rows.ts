import type { BatchDraft } from '../batch.js';
import type { TableHead } from '../columns/layout.js';
import { fileNames } from '../columns/match-columns.js';
import { recognise } from '../flavours/registry.js';
import type { Session, SourceFile } from '../session.js';
import { openLayout, type RowReader } from './row-reader.js';
import { turnedRows } from './turned-rows.js';

/** How many rows of a table its flavour is recognised by, at most. */
export const headRows = 30;

/** Makes out what a table is by its head; nothing where it cannot be read, which the batch then says. */
export function openRows(
  session: Session,
  file: SourceFile,
  head: TableHead,
  batch: BatchDraft,
): RowReader | undefined {
  const { flavour, layout } = recognise(head, fileNames(session, file), file.options.flavour);
  return 'turn' in layout
    ? turnedRows(session, file, head, flavour.name, layout)
    : openLayout(session, file, head, flavour.name, layout, head.rows.slice(0, layout.firstRow), batch);
}
