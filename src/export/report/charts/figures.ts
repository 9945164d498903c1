import { fixed } from '../../text/decimal.js';

/** A figure as people read it: with a minus sign, without what doubles add to a difference, and with always as many decimals if it says how many. */
export function figure(value: number, digits?: number): string {
  return fixed(Number(value.toPrecision(12)), digits).replace('-', '−');
}

/** A change: with a sign where it is one. */
export function signed(value: number, digits?: number): string {
  return `${value > 0 ? '+' : ''}${figure(value, digits)}`;
}
