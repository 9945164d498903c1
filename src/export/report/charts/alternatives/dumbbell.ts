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
  if (furthest.gap <= 0) return `Nothing is wanted above what is now.${rest}`;
  const first = `${furthest.name} has the furthest to go, ${fromTo(furthest.now, furthest.wanted, digits)}`;
  if (nearest.gap === furthest.gap) return `${first}.${rest}`;
  return `${first}; ${nearest.name} the least, ${fromTo(nearest.now, nearest.wanted, digits)}.${rest}`;
}
