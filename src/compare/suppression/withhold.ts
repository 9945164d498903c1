import { audit, type Disclosure } from './audit.js';
import { isHidden, type Knowledge, type Pattern } from './knowledge.js';
import type { Solver } from './solver/solver.js';

/** What is withheld, and what can be worked out all the same. */
export interface Withholding {
  /** The open cells that are withheld for the sake of others. */
  readonly pattern: Pattern;
  /** Nothing may be shown while there is one of these. */
  readonly disclosures: readonly Disclosure[];
}

/**
 * Chooses further cells to withhold until an audit finds none that can be worked out. Of the figures that pin a withheld one
 * the least is taken first; then each that turns out to be superfluous is given back, the greatest first. `before` stays
 * withheld, so that a stricter rule never shows more than a laxer one.
 */
export function withhold(knowledge: Knowledge, solver: Solver, before: Pattern = new Set()): Withholding {
  const { pattern, disclosures } = widen(knowledge, solver, before);
  if (disclosures.length > 0) return { pattern, disclosures };
  const kept = giveBack(knowledge, pattern, before, solver);
  return { pattern: kept, disclosures: audit(knowledge, kept, solver) };
}

function widen(knowledge: Knowledge, solver: Solver, before: Pattern): Withholding {
  const pattern = new Set(before);
  // The more is withheld, the less is known: what is safe stays so.
  const safe = new Set<number>();
  for (;;) {
    const disclosures = audit(knowledge, pattern, solver, { passOver: safe });
    const disclosed = new Set(disclosures.map(({ cell }) => cell));
    for (const [cell, found] of knowledge.cells.entries()) {
      if ((isHidden(found) || pattern.has(cell)) && !disclosed.has(cell)) safe.add(cell);
    }
    const chosen = choose(knowledge, pattern, disclosures);
    if (chosen.size === 0) return { pattern, disclosures };
    for (const cell of chosen) pattern.add(cell);
  }
}

/** For each disclosure the figure whose loss is least, unless one was just chosen that may do for it too. */
function choose(
  { cells }: Knowledge,
  pattern: Pattern,
  disclosures: readonly Disclosure[],
): ReadonlySet<number> {
  const chosen = new Set<number>();
  const loss = (cell: number) => cells[cell]?.loss ?? Number.POSITIVE_INFINITY;
  for (const { by } of disclosures) {
    if (by.some((cell) => chosen.has(cell))) continue;
    const [least] = by
      .filter((cell) => cells[cell]?.standing === 'open' && !pattern.has(cell))
      .sort((a, b) => loss(a) - loss(b) || a - b);
    if (least !== undefined) chosen.add(least);
  }
  return chosen;
}

function giveBack(knowledge: Knowledge, pattern: Pattern, before: Pattern, solver: Solver): Pattern {
  const { cells } = knowledge;
  const neighbours = neighboursOf(knowledge);
  const kept = new Set(pattern);
  const candidates = [...pattern]
    .filter((cell) => !before.has(cell))
    .sort((a, b) => (cells[b]?.loss ?? 0) - (cells[a]?.loss ?? 0) || a - b);
  for (const cell of candidates) {
    kept.delete(cell);
    const near = neighbours.get(cell);
    if (audit(knowledge, kept, solver, { first: true, ...(near === undefined ? {} : { near }) }).length > 0) {
      kept.add(cell);
    }
  }
  return kept;
}

function neighboursOf({ relations }: Knowledge): ReadonlyMap<number, ReadonlySet<number>> {
  const neighbours = new Map<number, Set<number>>();
  for (const { terms } of relations) {
    for (const { cell } of terms) {
      const found = neighbours.get(cell) ?? new Set();
      for (const other of terms) if (other.cell !== cell) found.add(other.cell);
      neighbours.set(cell, found);
    }
  }
  return neighbours;
}
