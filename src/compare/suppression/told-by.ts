import type { Knowledge } from './knowledge.js';

/**
 * The figures that are shown in relations which pin a cell. What follows from nothing that is shown, but from how large errors are, nobody
 * is told by the table.
 */
export function toldBy(
  tight: readonly number[],
  { cells, relations }: Knowledge,
  isUnknown: (cell: number) => boolean,
  derived: ReadonlyMap<number, readonly number[]>,
): readonly number[] | undefined {
  const shown = tight
    .flatMap((at) => relations[at]?.terms ?? [])
    .map(({ cell }) => cell)
    .filter((cell) => !isUnknown(cell) || cells[cell]?.standing === 'given')
    .flatMap((cell) => derived.get(cell) ?? [cell]);
  if (shown.length === 0 && tight.some((at) => relations[at]?.isLoose)) return undefined;
  return [...new Set(shown)].sort((a, b) => a - b);
}
