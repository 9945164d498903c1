import type { Sheet } from './layout.js';
import { rowHeight } from './row-height.js';

/** The characters that a page holds across in letters that can be read. */
const pageCharacters = 190;

/** How high rows that share a page can be together, in points, before their letters are too small to read. */
const pageHeight = 700;

/**
 * A sheet that is too wide for one page goes on on a second one, with the questions again; the front sheet is one page
 * where that can be read.
 */
export function pagesOf(sheet: Sheet | undefined): {
  readonly fitToWidth: number;
  readonly fitToHeight: number;
} {
  if (sheet === undefined) return { fitToWidth: 1, fitToHeight: 0 };
  if (sheet.frozen === undefined) {
    const height = sheet.rows.reduce((sum, row) => sum + rowHeight(row, sheet.widths), 0);
    return { fitToWidth: 1, fitToHeight: height > pageHeight ? 0 : 1 };
  }
  const width = sheet.widths.reduce((sum, each) => sum + each, 0);
  return { fitToWidth: width > pageCharacters ? 2 : 1, fitToHeight: 0 };
}
