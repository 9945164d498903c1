import type { BarRow } from '../bars.js';
import { figure } from '../figures.js';
import { counted, greatest } from './words.js';

export function barsAlternative(rows: readonly BarRow[], unit: string): string {
  const known = rows.flatMap(({ label, count }) => (count === undefined ? [] : [{ label, count }]));
  const named = known.filter(({ count }) => count > 0);
  const first = greatest(named, ({ count }) => count);
  if (first === undefined) return known.length === 0 ? 'No counts are shown.' : 'None was named.';
  const rarer = named.filter(({ count }) => count < first.count);
  const second = greatest(rarer, ({ count }) => count);
  const then = second === undefined ? '' : `, then ${second.label} (${figure(second.count)})`;
  const hidden = rows.length - known.length;
  const rest = hidden === 0 ? '' : ` The count of ${counted(hidden, 'row is', 'rows is')} not shown.`;
  return `${first.name} is named most (${unit}: ${figure(first.count)})${then}.${rest}`;
}
