import type { Size } from './page.js';

/** Lines of more columns than this are hard to read. */
const widest = 100;
const margin = 2;

/** How many columns a text may take. */
export function textWidth({ columns }: Size): number {
  return Math.max(8, Math.min(widest, columns - 2 * margin));
}

/** Whether rows are few, so that nothing is given a row of its own that can do without. */
export function isLow({ rows }: Size): boolean {
  return rows < 18;
}
