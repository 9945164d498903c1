import { audit, type Disclosure } from './audit.js';
import { blocks } from './blocks.js';
import { giveBack } from './give-back.js';
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
 * withheld, so that a stricter rule never shows more than a laxer one. In the end everything is audited once more. `watch` is told
 * of parts that hang together, before each.
 */
export function withhold(
  knowledge: Knowledge,
  solver: Solver,
  before: Pattern = new Set(),
  watch: (done: number, of: number) => void = () => {},
): Withholding {
  const pattern = new Set(before);
  const all = blocks(knowledge);
  for (const [done, block] of all.entries()) {
    watch(done, all.length);
    const own = new Set(block.cells.flatMap((cell, i) => (before.has(cell) ? [i] : [])));
    const { pattern: wide, disclosures } = widen(block.knowledge, solver, own);
    const chosen = disclosures.length > 0 ? wide : giveBack(block.knowledge, wide, own, solver);
    for (const at of chosen) pattern.add(block.cells[at] ?? -1);
  }
  return { pattern, disclosures: audit(knowledge, pattern, solver) };
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
      .filter((cell) => cells[cell]?.standing === 'open' && !pattern.has(cell) && Number.isFinite(loss(cell)))
      .sort((a, b) => loss(a) - loss(b) || a - b);
    if (least !== undefined) chosen.add(least);
  }
  return chosen;
}
