import { audit, type Disclosure } from './audit.js';
import { type Block, blocks } from './blocks.js';
import { keptWays, type Ways, waysWithin } from './component/ways.js';
import { type GiveBackTools, giveBack } from './give-back.js';
import { isHidden, type Knowledge, type Pattern, withoutLimits } from './knowledge.js';
import { rowsAudit } from './rows-audit.js';
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
  const memory = rememberAll();
  const { pattern } = choosePattern(knowledge, solver, before, memory, watch);
  return { pattern, disclosures: audit(knowledge, pattern, solver, memory) };
}

/** What is remembered while one pattern after another is chosen, each for a stricter rule. */
export interface Memory {
  /** Ways in which all can be. */
  readonly ways: Ways;
  /** What stands in each part that hangs together, by its first cell, and what is told of it all the same. */
  readonly parts: Map<number, Part>;
}

interface Part {
  readonly cells: Knowledge['cells'];
  readonly pattern: Pattern;
  readonly told: readonly number[];
}

/** What is withheld, and what is told all the same by figures none of which can go. */
export interface Chosen {
  readonly pattern: Pattern;
  readonly told: ReadonlySet<number>;
}

/** Nothing is remembered of cells from `end` on, which may be others the next time. */
export function rememberAll(end = Number.POSITIVE_INFINITY): Memory {
  return { ways: keptWays((cell) => cell < end), parts: new Map() };
}

/** Chooses as `withhold` does, without the audit in the end. With nothing new in a part, nothing new is chosen there. */
export function choosePattern(
  knowledge: Knowledge,
  solver: Solver,
  before: Pattern,
  { ways: all, parts }: Memory,
  watch: (done: number, of: number) => void,
): Chosen {
  const pattern = new Set(before);
  const told = new Set<number>();
  const found = blocks(knowledge);
  for (const [done, block] of found.entries()) {
    watch(done, found.length);
    const [first = -1] = block.cells;
    const own = new Set(block.cells.flatMap((cell, i) => (before.has(cell) ? [i] : [])));
    const known = parts.get(first);
    if (known !== undefined && isAsBefore(known, block, own)) {
      for (const at of known.told) told.add(block.cells[at] ?? -1);
      continue;
    }
    const tools = { solver, ways: waysWithin(all, block.cells) };
    const { pattern: wide, disclosures } = widen(block.knowledge, own, tools);
    const toldAnyway = disclosures.map(({ cell }) => cell);
    const chosen = giveBack(withoutLimits(block.knowledge, new Set(toldAnyway)), wide, own, tools);
    parts.set(first, { cells: block.knowledge.cells, pattern: chosen, told: toldAnyway });
    for (const at of chosen) pattern.add(block.cells[at] ?? -1);
    for (const at of toldAnyway) told.add(block.cells[at] ?? -1);
  }
  return { pattern, told };
}

function isAsBefore({ cells, pattern }: Part, { knowledge: now }: Block, before: Pattern): boolean {
  if (cells.length !== now.cells.length) return false;
  return cells.every(({ name, standing }, i) => {
    const cell = now.cells[i];
    return cell?.name === name && cell.standing === standing && before.has(i) === pattern.has(i);
  });
}

function widen(knowledge: Knowledge, before: Pattern, { solver, ways }: GiveBackTools): Withholding {
  const pattern = new Set(before);
  // The more is withheld, the less is known: what is safe stays so.
  const safe = new Set<number>();
  const auditRows = rowsAudit(knowledge);
  for (let round = 0; ; round++) {
    widenByRows(auditRows, knowledge, pattern, safe);
    const disclosures = audit(knowledge, pattern, solver, { passOver: safe, ways });
    const disclosed = new Set(disclosures.map(({ cell }) => cell));
    for (const [cell, found] of knowledge.cells.entries()) {
      if ((isHidden(found) || pattern.has(cell)) && !disclosed.has(cell)) safe.add(cell);
    }
    const chosen = (round < sparing ? chooseSparingly : chooseForEach)(knowledge, pattern, disclosures);
    if (chosen.size === 0) return { pattern, disclosures };
    for (const cell of chosen) pattern.add(cell);
  }
}

/** Chooses until single relations tell nothing that more would help. */
function widenByRows(
  auditRows: ReturnType<typeof rowsAudit>,
  knowledge: Knowledge,
  pattern: Set<number>,
  safe: ReadonlySet<number>,
): void {
  for (let round = 0; ; round++) {
    const disclosures = auditRows(pattern, safe);
    const chosen = (round < sparing ? chooseSparingly : chooseForEach)(knowledge, pattern, disclosures);
    if (chosen.size === 0) return;
    for (const cell of chosen) pattern.add(cell);
  }
}

/** For so many rounds as few figures are chosen as may do; where that leads on and on, more, of which some are given back. */
const sparing = 24;

/** For each disclosure the figure whose loss is least, unless one was just chosen that may do for it too. */
function chooseSparingly(
  knowledge: Knowledge,
  pattern: Pattern,
  disclosures: readonly Disclosure[],
): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const { by } of disclosures) {
    if (by.some((cell) => chosen.has(cell))) continue;
    const least = leastOf(by, knowledge, pattern);
    if (least !== undefined) chosen.add(least);
  }
  return chosen;
}

function chooseForEach(
  knowledge: Knowledge,
  pattern: Pattern,
  disclosures: readonly Disclosure[],
): ReadonlySet<number> {
  return new Set(disclosures.flatMap(({ by }) => leastOf(by, knowledge, pattern) ?? []));
}

function leastOf(cells: readonly number[], knowledge: Knowledge, pattern: Pattern): number | undefined {
  const loss = (cell: number) => knowledge.cells[cell]?.loss ?? Number.POSITIVE_INFINITY;
  return cells
    .filter(
      (cell) =>
        knowledge.cells[cell]?.standing === 'open' && !pattern.has(cell) && Number.isFinite(loss(cell)),
    )
    .sort((a, b) => loss(a) - loss(b) || a - b)[0];
}
