import type { Comparison } from '../../compare/comparison.js';
import { blank } from '../../compare/suppression/blank.js';
import type { EarlierFigure } from '../../compare/suppression/earlier/earlier-figure.js';
import type { ShownTable } from '../../compare/suppression/reader/shown-table.js';
import type { CellPlace } from '../../compare/suppression/reader/table-cells.js';
import { loadSolver } from '../../compare/suppression/solver/load-solver.js';
import { type Suppression, suppress } from '../../compare/suppression/suppress.js';

/** Comparisons as they may be shown, and what had to go. */
export interface Kept {
  readonly comparisons: readonly Comparison[];
  readonly suppressions: readonly Suppression[];
}

/** Withholds what small groups could be recognised by. What is withheld under one rubric is so under all. */
export async function keepSmallGroups(
  comparisons: readonly Comparison[],
  shown: readonly ShownTable[],
  minGroup: number,
  earlier: readonly (readonly EarlierFigure[])[],
): Promise<Kept> {
  if (minGroup <= 1) return { comparisons, suppressions: [] };
  const own: Suppression[] = [];
  for (const [i, comparison] of comparisons.entries()) {
    const table = shown[i];
    if (table === undefined) continue;
    own.push(await suppress(comparison, table, { minGroup, earlier: earlier[i] ?? [] }, loadSolver));
  }
  const suppressions = own.map((suppression, i) => withOthers(suppression, i, own, shown));
  return {
    suppressions,
    comparisons: comparisons.map((comparison, i) => {
      const [table, suppression] = [shown[i], suppressions[i]];
      return table === undefined || suppression === undefined
        ? comparison
        : blank(comparison, table, suppression, minGroup);
    }),
  };
}

function withOthers(
  suppression: Suppression,
  at: number,
  all: readonly Suppression[],
  shown: readonly ShownTable[],
): Suppression {
  const key = ({ unit, figure, measure }: CellPlace) => `${unit} ${figure.id} ${measure}`;
  const known = new Set([...suppression.small, ...suppression.further].map(key));
  const others = all.flatMap(({ small, further }, i) => (i === at ? [] : [...small, ...further]));
  const added = others.flatMap((place) => {
    if (known.has(key(place))) return [];
    const figure = shown[at]?.figures.find(({ id }) => id === place.figure.id);
    known.add(key(place));
    return figure === undefined ? [] : [{ ...place, figure }];
  });
  return { ...suppression, further: [...suppression.further, ...added] };
}
