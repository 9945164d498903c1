import { isMap } from '../definition/tree.js';
import type { Change } from './fix.js';

/** Whether two readings of a file differ by nothing else than some changes, of which each may occur several times. */
export function onlyChanged(before: unknown, after: unknown, changes: readonly Change[]): boolean {
  if (before === after) return true;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    if (before.every((item, i) => onlyChanged(item, after[i], changes))) return true;
  } else if (isMap(before) && isMap(after)) {
    const entries = Object.entries(after);
    const alike = Object.entries(before).every(([key, value], i) => {
      const [otherKey, other] = entries[i] ?? [];
      return onlyChanged(key, otherKey, changes) && onlyChanged(value, other, changes);
    });
    if (alike && Object.keys(before).length === entries.length) return true;
  }
  return changes.some(({ from, to }) => isSame(before, from) && isSame(after, to));
}

function isSame(value: unknown, other: unknown): boolean {
  return typeof value === 'object' ? JSON.stringify(value) === JSON.stringify(other) : value === other;
}
