import { isHidden, type Knowledge, type Pattern } from './knowledge.js';

/** What follows from what is shown without a relation; each cell with the shown ones that it follows from. */
export function derivedCells(
  { cells, derivations }: Pick<Knowledge, 'cells' | 'derivations'>,
  pattern: Pattern,
): ReadonlyMap<number, readonly number[]> {
  const derived = new Map<number, readonly number[]>();
  const isShown = (cell: number): boolean => {
    const found = cells[cell];
    return found !== undefined && !isHidden(found) && !pattern.has(cell);
  };
  let grows = derivations.length > 0;
  while (grows) {
    grows = false;
    for (const { from, to } of derivations) {
      if (isShown(to) || derived.has(to)) continue;
      if (!from.every((cell) => isShown(cell) || derived.has(cell))) continue;
      derived.set(to, [...new Set(from.flatMap((cell) => derived.get(cell) ?? [cell]))]);
      grows = true;
    }
  }
  return derived;
}
