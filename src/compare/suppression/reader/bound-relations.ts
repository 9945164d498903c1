import type { Derivation, Relation } from '../knowledge.js';
import type { TableCells } from './table-cells.js';

/** What low, high and coverage tell of a score, and of one another: a score lies between, and is both if all is answered. */
export function boundRelations({ cells, rows, figures, find }: TableCells): {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
} {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const ordered = ['low', 'scores', 'high'] as const;
  for (const unit of rows) {
    for (const { slot } of figures) {
      const found = ordered.flatMap((measure) => find(unit, slot, measure) ?? []);
      for (const [j, upper] of found.entries()) {
        const lower = found[j - 1];
        if (lower === undefined) continue;
        const between = (cells[upper]?.value ?? 0) - (cells[lower]?.value ?? 0);
        const terms = [
          { cell: upper, factor: 1 },
          { cell: lower, factor: -1 },
        ];
        relations.push({ terms, low: Math.min(0, between), high: Number.POSITIVE_INFINITY });
      }
      const coverage = find(unit, slot, 'coverage');
      if (coverage === undefined || (cells[coverage]?.value ?? 0) < 1) continue;
      for (const one of found) {
        for (const to of found) if (to !== one) derivations.push({ from: [coverage, one], to });
      }
    }
  }
  return { relations, derivations };
}
