import { componentAudit } from './component/component-audit.js';
import { keptWays, type Ways } from './component/ways.js';
import { components } from './components.js';
import { derivedCells } from './derived.js';
import { isHidden, isKept, type Knowledge, type Pattern } from './knowledge.js';
import type { Solver } from './solver/solver.js';
import { toldBy } from './told-by.js';

/** A withheld figure that a reader can work out too closely: between `low` and `high`, from the figures in `by`. */
export interface Disclosure {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly by: readonly number[];
}

export interface AuditOptions {
  /** Withheld cells that need no look. */
  readonly passOver?: ReadonlySet<number>;
  /** Ways in which all can be, from earlier audits: each is looked at before it counts. */
  readonly ways?: Ways;
}

/**
 * The intruder's problem (Fischetti and Salazar 2001, section 2; `attack` in sdcTable; the audit of τ-ARGUS): the least and the
 * most that every withheld figure can be, given all that is shown. Those that come out no wider than their limit
 * are told. Shown figures are taken as known exactly and not as rounded, so that the bounds are rather too narrow.
 */
export function audit(
  knowledge: Knowledge,
  pattern: Pattern,
  solver: Solver,
  { passOver, ways = keptWays() }: AuditOptions = {},
): readonly Disclosure[] {
  const { cells, relations } = knowledge;
  const derived = derivedCells(knowledge, pattern);
  const isAsked = (cell: number) => isWithheld(knowledge, pattern, cell) && !passOver?.has(cell);
  const result: Disclosure[] = [];
  for (const [cell, by] of derived) {
    if (!isAsked(cell)) continue;
    const value = cells[cell]?.value ?? Number.NaN;
    result.push({ cell, low: value, high: value, by });
  }
  const isUnknown = unknownBy(knowledge, pattern, derived);
  for (const component of components(relations, isUnknown)) {
    const asked = component.cells.filter(isAsked);
    if (asked.length === 0) continue;
    const under = componentAudit(knowledge, component, isUnknown, solver, ways);
    try {
      for (const { relations: tight, ...pinned } of under.pinned(asked)) {
        const by = toldBy(tight, knowledge, isUnknown, derived);
        if (by !== undefined) result.push({ ...pinned, by });
      }
    } finally {
      under.close();
    }
  }
  return result.sort((a, b) => a.cell - b.cell);
}

/** Whether a cell is withheld and must not be worked out. */
export function isWithheld({ cells }: Knowledge, pattern: Pattern, cell: number): boolean {
  const found = cells[cell];
  return found !== undefined && isKept(found) && (isHidden(found) || pattern.has(cell));
}

/** Whether a reader does not know a cell outright. */
export function unknownBy(
  { cells }: Knowledge,
  pattern: Pattern,
  derived: ReadonlyMap<number, unknown>,
): (cell: number) => boolean {
  return (cell) => {
    const found = cells[cell];
    if (found === undefined || derived.has(cell)) return false;
    return isHidden(found) || pattern.has(cell) || found.standing === 'given';
  };
}
