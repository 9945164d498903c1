import { roundHalfUp } from '../../expression/round.js';
import type { Column, TableCell } from '../tables/table.js';

const empty: TableCell = { kind: 'empty' };

export function textCell(text: string): TableCell {
  return { kind: 'text', text };
}

export function countCell(value: number): TableCell {
  return { kind: 'number', value };
}

/** A figure with so many decimals, or an empty cell. */
export function figureCell(value: number | undefined, digits: number): TableCell {
  const rounded = roundedOrNull(value, digits);
  return rounded === null ? empty : { kind: 'number', value: rounded };
}

/** A share of 0 to 1 as a percentage, or an empty cell. */
export function percentCell(share: number | undefined): TableCell {
  return figureCell(share === undefined ? undefined : share * 100, percentDigits);
}

const percentDigits = 1;

/** A figure for a file: rounded, null where there is none. */
export function roundedOrNull(value: number | undefined, digits: number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : roundHalfUp(value, digits);
}

export function labelColumn(key: string, title: string): Column {
  return { key, title, kind: 'label' };
}

export function countColumn(key: string, title: string): Column {
  return { key, title, kind: 'count' };
}

export function figureColumn(key: string, title: string, digits: number): Column {
  return { key, title, kind: 'share', digits };
}

export function percentColumn(key: string, title: string): Column {
  return figureColumn(key, `${title} %`, percentDigits);
}

/** A part of a whole; none of nothing. */
export function shareOf(count: number | undefined, whole: number): number | undefined {
  return count === undefined || whole === 0 ? undefined : count / whole;
}
