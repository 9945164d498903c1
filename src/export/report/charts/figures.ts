import { decimal } from '../../decimal.js';

/** A figure as people read it: with a minus sign, and without what doubles add to a difference. */
export function figure(value: number): string {
  return decimal(Number(value.toPrecision(12))).replace('-', '−');
}

/** A change: with a sign where it is one. */
export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${figure(value)}`;
}
