import { isWithheld, unknownBy } from './audit.js';
import { componentAudit } from './component/component-audit.js';
import { type Component, tiedComponents } from './components.js';
import { derivedCells } from './derived.js';
import type { Knowledge, Pattern } from './knowledge.js';
import type { Solver } from './solver/solver.js';

/**
 * Shows again what is withheld to no purpose, the greatest loss first: each cell without which no other is worked out. What was
 * withheld `before` stays so.
 */
export function giveBack(knowledge: Knowledge, pattern: Pattern, before: Pattern, solver: Solver): Pattern {
  const isUnknown = unknownBy(knowledge, pattern, derivedCells(knowledge, pattern));
  const kept = new Set(pattern);
  for (const component of tiedComponents(knowledge, isUnknown)) {
    giveBackIn(component, isUnknown, knowledge, kept, before, solver);
  }
  return kept;
}

function giveBackIn(
  component: Component,
  isUnknown: (cell: number) => boolean,
  knowledge: Knowledge,
  kept: Set<number>,
  before: Pattern,
  solver: Solver,
): void {
  const { cells } = knowledge;
  const loss = (cell: number) => cells[cell]?.loss ?? 0;
  const candidates = component.cells
    .filter((cell) => kept.has(cell) && !before.has(cell))
    .sort((a, b) => loss(b) - loss(a) || a - b);
  if (candidates.length === 0) return;
  const near = neighboursIn(component, knowledge);
  const under = componentAudit(knowledge, component, isUnknown, solver);
  try {
    for (const cell of candidates) {
      if (!kept.has(cell)) continue;
      kept.delete(cell);
      const derived = [...derivedCells(knowledge, kept).keys()];
      // What follows from it need not be withheld beside it.
      const along = derived.filter((at) => kept.has(at) && !before.has(at));
      for (const at of along) kept.delete(at);
      const isSafe =
        !derived.some((at) => isWithheld(knowledge, kept, at)) &&
        under.suppose([cell, ...derived], () => {
          const asked = component.cells.filter((at) => isWithheld(knowledge, kept, at));
          const own = near.get(cell);
          asked.sort((a, b) => Number(own?.has(b)) - Number(own?.has(a)));
          return under.pinned(asked, 'first').length === 0;
        });
      if (!isSafe) for (const at of [cell, ...along]) kept.add(at);
    }
  } finally {
    under.close();
  }
}

/** Which cells share a relation: what goes wrong, goes wrong there first. */
function neighboursIn(
  component: Component,
  { relations }: Knowledge,
): ReadonlyMap<number, ReadonlySet<number>> {
  const neighbours = new Map<number, Set<number>>();
  for (const at of component.relations) {
    const terms = relations[at]?.terms ?? [];
    for (const { cell } of terms) {
      const found = neighbours.get(cell) ?? new Set();
      for (const other of terms) found.add(other.cell);
      neighbours.set(cell, found);
    }
  }
  return neighbours;
}
