import { unitKey } from '../../comparison.js';
import type { Derivation } from '../knowledge.js';
import type { TableCells } from './table-cells.js';

/** A figure under one rubric is taken to tell the same figure under every other: where one is withheld, so are they all. */
export function rubricTies(tables: readonly TableCells[]): readonly Derivation[] {
  if (tables.length < 2) return [];
  const alike = new Map<string, number[]>();
  for (const { rows, figures, measures, find } of tables) {
    for (const unit of rows) {
      const key = unitKey(unit);
      for (const { id, slot } of figures) {
        for (const measure of measures) {
          const cell = find(unit, slot, measure);
          if (cell === undefined) continue;
          const name = `${measure} ${id} ${key}`;
          const known = alike.get(name);
          if (known === undefined) alike.set(name, [cell]);
          else known.push(cell);
        }
      }
    }
  }
  return [...alike.values()].flatMap((cells) =>
    cells.slice(1).flatMap((cell, i) => {
      const before = cells[i] ?? -1;
      return [
        { from: [before], to: cell },
        { from: [cell], to: before },
      ];
    }),
  );
}
