import { type Finding, finding } from '../../finding/finding.js';
import type { Spot } from '../../response/reading/read-answer.js';
import type { SourceCell, SpecialCell } from '../columns/layout.js';
import { rangesMadeDate } from '../local/range-made-date.js';

/** What the reader of a cell can make use of, for cells that hold no text. */
export type Wanted = 'date' | 'text' | 'label';

/** The text that a cell without one stands for, or why it stands for none: nothing in it is taken for a blank. */
export function textOfSpecial(cell: SpecialCell, wanted: Wanted, { place, name }: Spot): string | Finding {
  switch (cell.kind) {
    case 'error':
      return finding('cell-error', place, { name, code: cell.code });
    case 'uncomputed':
      return finding('cell-uncomputed', place, { name });
    case 'date':
      if (wanted === 'date') return cell.iso;
      return wanted === 'text' ? cell.shown : madeDate(cell.shown, cell.iso, { place, name });
  }
}

/** A date where there can be none, and the ranges that it may have been. */
export function madeDate(
  found: string,
  date: string,
  { place, name }: Spot,
  isKnown: (range: string) => boolean = () => false,
): Finding {
  const ranges = rangesMadeDate(date);
  const known = ranges.filter(isKnown);
  return finding('cell-is-date', place, { name, found, perhaps: known.length > 0 ? known : ranges });
}

/** A cell as a person sees it. */
export function shownCell(cell: SourceCell): string {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'error':
      return cell.code;
    case 'uncomputed':
      return '';
    case 'date':
      return cell.shown;
  }
}

/** Whether there is nothing in a cell; a formula without a value is something. */
export function isBlankCell(cell: SourceCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
