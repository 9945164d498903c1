import { fixed } from '../decimal.js';
import type { ReportColumn } from './report.js';

/** A figure with as many decimals as its column has, its minus as a minus, and its sign where it is a change. */
export function shownFigure(value: number, { kind, digits, signed }: ReportColumn): string {
  const text = kind === 'count' ? fixed(value, undefined) : fixed(value, digits);
  const plus = signed === true && value > 0 ? '+' : '';
  return `${plus}${text.replace(/^-/, '\u2212')}`;
}
