import type { SourceCell, TableHead } from '../columns/layout.js';

/** A heading on one line: form tools write line ends and spaces that do not break as they stand in the form. */
export function headingText(cell: SourceCell | undefined): string {
  return typeof cell === 'string' ? cell.trim().replace(/\s+/g, ' ') : '';
}

/** The texts of the first row. */
export function headingsOf({ rows: [header] }: TableHead): readonly string[] {
  return header?.cells.map(headingText) ?? [];
}

/** What a heading can be called: all of it, or its first line, where help stands below the question. */
export function namesOf(cell: SourceCell | undefined): readonly string[] {
  const text = headingText(cell);
  const first = typeof cell === 'string' ? headingText(cell.trim().split(/[\r\n]/, 1)[0]) : '';
  return first === text ? [text] : [text, first];
}
