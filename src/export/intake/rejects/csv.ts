import { stringify } from 'csv-stringify/sync';
import { decimalOf } from '../../../response/texts/plain-values.js';
import { safeText } from '../../../response/texts/safe-text.js';
import type { RejectTable } from './tables.js';

/** A table of rejects as CSV, in which no text is run as a formula; numbers stand as they are. */
export function rejectsCsv({ headings, rows }: RejectTable): string {
  const safe = (cell: string) => (decimalOf(cell) === undefined ? safeText(cell) : cell);
  return stringify([...headings, ...rows].map((row) => row.map(safe)));
}
