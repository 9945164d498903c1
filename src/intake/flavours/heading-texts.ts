import type { HeadingUse, SourceCell, SourceRow } from '../columns/layout.js';
import { rejectColumns } from '../columns/reject-columns.js';
import { shownCell } from '../rows/special-cells.js';

/** The text of a cell of a header: on one line, without the tags that rich text leaves behind. */
export function headingText(cell: SourceCell | undefined): string {
  const text = cell === undefined ? '' : shownCell(cell);
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The texts of a row of headers, as many as the table has columns. */
export function headingTexts(row: SourceRow | undefined, width: number): readonly string[] {
  return Array.from({ length: width }, (_, at) => headingText(row?.cells[at]));
}

/** The column of a file of rejects that one of these cells, from all rows of a header, names. */
export function rejectColumn(texts: readonly (string | undefined)[]): string | undefined {
  return rejectColumns.find((name) => texts.includes(name));
}

/** The widest of the rows: a header may be shorter than what stands below it. */
export function widthOf(rows: readonly SourceRow[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length));
}

/** In how many places a heading is cut into a question and its part, at most; from the end, where the part is. */
export const mostCuts = 12;

/** Beyond so many characters it is no heading but a file gone wrong, and is not looked into. */
export const longestHeading = 4000;

/** For comparison with a name that a tool gives its own columns: letters and digits alone. */
export function toolName(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** What a heading is that names a question, by any of these names, and a part of it: an option of it, or a row of a grid. */
export function partOf(names: readonly string[], part: readonly string[]): readonly HeadingUse[] {
  return [
    { kind: 'option', names, option: part },
    { kind: 'item', names, item: part },
  ];
}

/** What profile fields of people's addresses and names are called, where a form tool records them by itself. */
export const personalNames = {
  email: ['email', 'e_mail', 'email_address', 'mail'],
  firstName: ['first_name', 'given_name'],
  lastName: ['last_name', 'surname', 'family_name'],
  ipAddress: ['ip_address'],
} as const;
