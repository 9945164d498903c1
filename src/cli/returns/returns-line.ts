import { count } from '../../finding/words.js';
import type { RowCounts } from '../../intake/ledger/row-counts.js';

/** `593 of 598 responses scored, 4 refused and 1 duplicate.` */
export function returnsLine(
  { accepted, refused, duplicates }: Omit<RowCounts, 'rejected'>,
  done: string,
): string {
  const number = (n: number) => n.toLocaleString('en-GB');
  const all = accepted + refused + duplicates;
  const noun = all === 1 ? 'response' : 'responses';
  const others = [
    ...(refused === 0 ? [] : [`${number(refused)} refused`]),
    ...(duplicates === 0 ? [] : [count(duplicates, 'duplicate')]),
  ];
  return others.length === 0
    ? `${number(accepted)} ${noun} ${done}.`
    : `${number(accepted)} of ${number(all)} ${noun} ${done}, ${others.join(' and ')}.`;
}
