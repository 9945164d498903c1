import { fixed } from '../../text/decimal.js';
import type { ReportColumn } from './report.js';

/** A figure with as many decimals as its column has, its minus as a minus, and its sign where it is a change; a share in whole per cent. */
export function shownFigure(value: number, { kind, digits, signed }: ReportColumn): string {
  if (kind === 'share') return `${fixed(percent(value), 0)} %`;
  const text = kind === 'count' ? fixed(value, undefined) : fixed(value, digits);
  const plus = signed === true && value > 0 ? '+' : '';
  return `${plus}${text.replace(/^-/, '\u2212')}`;
}

/** Whole only where nothing is missing, and none only where all is. */
function percent(share: number): number {
  if (share > 0 && share < 1) return Math.min(99, Math.max(1, Math.round(share * 100)));
  return Math.round(share * 100);
}
