import type { DumbbellRow } from '../dumbbell.js';
import { counted, difference, fromTo, greatest } from './words.js';

export function dumbbellAlternative(rows: readonly DumbbellRow[], digits: number | undefined): string {
  const ways = rows.flatMap(({ label, now, wanted }) =>
    now === undefined || wanted === undefined ? [] : [{ label, now, wanted, gap: difference(now, wanted) }],
  );
  const without = rows.length - ways.length;
  const rest =
    without === 0 ? '' : ` ${counted(without, 'row has', 'rows have')} no score or nothing that is wanted.`;
  const furthest = greatest(ways, ({ gap }) => gap);
  const nearest = greatest(ways, ({ gap }) => -gap);
  if (furthest === undefined || nearest === undefined) return rest.trim() || 'Nothing is wanted.';
  const first = `${furthest.label} has the furthest to go, ${fromTo(furthest.now, furthest.wanted, digits)}`;
  if (nearest === furthest) return `${first}.${rest}`;
  return `${first}; ${nearest.label} the least, ${fromTo(nearest.now, nearest.wanted, digits)}.${rest}`;
}
