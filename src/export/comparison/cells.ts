import { round } from '../../rubric/numerics.js';
import type { Plan } from '../../rubric/plan.js';
import type { TableCell } from '../tables/table.js';

export function text(value: string): TableCell {
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}

export const withheld: TableCell = { kind: 'empty', why: 'withheld' };

export function count(value: number | undefined): TableCell {
  return value === undefined ? { kind: 'empty' } : { kind: 'number', value };
}

/** Ranks, as text where ties are marked. */
export function rankCell(rank: string | undefined): TableCell {
  if (rank === undefined) return { kind: 'empty' };
  return rank.startsWith('=') ? text(rank) : count(Number(rank));
}

/** A difference of scores, rounded as scores are. */
export function differenceCell(value: number | undefined, { rounding }: Plan): TableCell {
  if (value === undefined || Number.isNaN(value)) return { kind: 'empty' };
  return count(round(value, rounding.digits, rounding.mode));
}
