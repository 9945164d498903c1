import type { WhyAbsent } from '../../tables/absence.js';
import type { TableCell } from '../../tables/table.js';
import type { ReportColumn } from './report.js';

export const named = (key: string, title: string): ReportColumn => ({ key, title, kind: 'label' });
export const text = (key: string, title: string): ReportColumn => ({ key, title, kind: 'text' });
export const count = (key: string, title: string): ReportColumn => ({ key, title, kind: 'count' });
export const score = (key: string, title: string, digits: number): ReportColumn => ({
  key,
  title,
  kind: 'score',
  digits,
});
export const change = (key: string, title: string, digits: number): ReportColumn => ({
  ...score(key, title, digits),
  signed: true,
});

/** A figure that is rounded already; empty where it is none. */
export function figureCell(value: number | undefined): TableCell {
  return value === undefined || Number.isNaN(value) ? { kind: 'empty' } : { kind: 'number', value };
}

/** A cell that says why it is empty, where it does not say so itself. */
export function reasoned(cell: TableCell, why: WhyAbsent): TableCell {
  return cell.kind === 'empty' && cell.why === undefined ? { kind: 'empty', why } : cell;
}

export function textCell(value: string): TableCell {
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}
