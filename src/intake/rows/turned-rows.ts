import { finding } from '../../finding/finding.js';
import type { BatchDraft } from '../batch.js';
import type { SourceRow, TableHead, TurnedLayout } from '../columns/layout.js';
import type { FlavourName } from '../flavours/names.js';
import type { Session, SourceFile } from '../session.js';
import { allBreaks } from './cells.js';
import { openLayout, type RowReader } from './row-reader.js';
import { isBlankCell } from './special-cells.js';

/** How many lines a turned table may have: all are held until its end. */
const mostLines = 20_000;

/** Gathers the lines of a table with a response a column, and reads its columns when there are no more. */
export function turnedRows(
  session: Session,
  file: SourceFile,
  head: TableHead,
  flavour: FlavourName,
  { turn }: TurnedLayout,
): RowReader {
  const lines: SourceRow[] = [];
  let count = 0;
  return {
    firstRow: 0,
    rows: () => count,
    read: (cells, line) => {
      count += 1;
      if (lines.length <= mostLines && !cells.every(isBlankCell)) lines.push({ line, cells });
      return 1 + allBreaks(cells);
    },
    close: (batch) => {
      if (lines.length > mostLines) {
        batch.findings.push(finding('turned-too-long', topOf(file, head), { most: mostLines }));
      } else readColumns(session, file, head, flavour, turn(lines), batch);
    },
  };
}

function readColumns(
  session: Session,
  file: SourceFile,
  head: TableHead,
  flavour: FlavourName,
  { layout, header, rows }: ReturnType<TurnedLayout['turn']>,
  batch: BatchDraft,
): void {
  file.unit = 'column';
  const headings = [{ line: layout.headingLine, cells: header }];
  const reader = openLayout(session, file, head, flavour, layout, headings, batch);
  if (reader === undefined) return;
  for (const { column, cells } of rows) reader.read(cells, column, batch);
  if (rows.length === 0) batch.findings.push(finding('input-no-responses', topOf(file, head), {}));
  reader.close(batch);
}

function topOf({ name }: SourceFile, { sheet, rows }: TableHead) {
  const line = rows[0]?.line ?? 1;
  return { file: name, cell: sheet === undefined ? { line } : { sheet, line } };
}
