import { isWithheld, unknownBy } from './audit.js';
import { programAudit } from './component/component-audit.js';
import { componentProgram } from './component/component-program.js';
import { toldBounds } from './component/told-bounds.js';
import { toldRows } from './component/told-rows.js';
import type { Ways } from './component/ways.js';
import { type Component, tiedComponents } from './components.js';
import { derivedCells } from './derived.js';
import type { Knowledge, Pattern } from './knowledge.js';
import type { Solver } from './solver/solver.js';

/** How many cells are shown together at first, to see whether all of them can be: so many, or that share of all. */
const fewTogether = 4;
const shareTogether = 1 / 8;

/**
 * How often it is tried to show some, by the size of a component: in one of up to some hundred cells as often as there can be any
 * use in it, but in a large one no longer than a run should take. What is not tried by then stays withheld.
 */
function mostTries(columns: number, rows: number): number {
  return Math.max(24, Math.floor(2e7 / (columns * rows)));
}

/** What it is reckoned with. */
export interface GiveBackTools {
  readonly solver: Solver;
  readonly ways: Ways;
}

/**
 * Shows again what is withheld to no purpose, the greatest loss first: each cell without which no other is worked out. What was
 * withheld `before` stays so.
 */
export function giveBack(
  knowledge: Knowledge,
  pattern: Pattern,
  before: Pattern,
  tools: GiveBackTools,
): Pattern {
  const isUnknown = unknownBy(knowledge, pattern, derivedCells(knowledge, pattern));
  const kept = new Set(pattern);
  for (const component of tiedComponents(knowledge, isUnknown)) {
    giveBackIn(component, isUnknown, knowledge, kept, before, tools);
  }
  return kept;
}

/**
 * One after the other, each beside those that were shown again before it. But since no cell that must stay withheld beside
 * some need be shown beside more, many are tried at once: all go where none of them tells anything, and else half as many are tried.
 */
function giveBackIn(
  component: Component,
  isUnknown: (cell: number) => boolean,
  knowledge: Knowledge,
  kept: Set<number>,
  before: Pattern,
  { solver, ways }: GiveBackTools,
): void {
  const { cells } = knowledge;
  const loss = (cell: number) => cells[cell]?.loss ?? 0;
  const candidates = component.cells
    .filter((cell) => kept.has(cell) && !before.has(cell))
    .sort((a, b) => loss(b) - loss(a) || a - b);
  if (candidates.length === 0) return;
  const near = neighboursIn(component, knowledge);
  const program = componentProgram(knowledge, component, isUnknown);
  const columnsOf = (shown: readonly number[]) => shown.flatMap((cell) => program.columnOf(cell) ?? []);
  const isAsked = (column: number) => isWithheld(knowledge, kept, component.cells[column] ?? -1);
  let told = toldRows(program);
  const bounds = toldBounds(program);
  const under = programAudit(program, solver, ways, () => bounds);
  const following = { cells, derivations: derivationsIn(component, knowledge) };

  /** Shows what of these seems to tell nothing; gives all that this shows, and what is withheld no longer. */
  const show = (tried: readonly number[]) => {
    let rows = told;
    const shown = new Set<number>();
    const gone: number[] = [];
    for (const cell of tried) {
      if (!kept.has(cell)) continue;
      kept.delete(cell);
      // What is known already follows from more than this.
      const derived = [...derivedCells(following, kept).keys()].filter(
        (at) => program.columnOf(at) !== undefined,
      );
      // What follows from it need not be withheld beside it.
      const along = derived.filter((at) => kept.has(at) && !before.has(at));
      for (const at of along) kept.delete(at);
      const all = [cell, ...derived];
      const start = bounds.mark();
      const tells = () => {
        bounds.fix(columnsOf(all));
        if (bounds.since(start).some((column) => isAsked(column) && bounds.isPinned(column))) return true;
        return rows.tell(columnsOf(all), isAsked);
      };
      if (derived.some((at) => isWithheld(knowledge, kept, at)) || tells()) {
        bounds.undo(start);
        for (const at of [cell, ...along]) kept.add(at);
        continue;
      }
      if (rows === told) rows = told.copy();
      rows.show(columnsOf(all));
      for (const at of all) shown.add(at);
      gone.push(cell, ...along);
    }
    return { rows, shown: [...shown], gone };
  };
  const isSafe = (shown: readonly number[]) =>
    under.suppose(shown, () => {
      const asked = component.cells.filter((at) => isWithheld(knowledge, kept, at));
      const beside = new Set(shown.flatMap((at) => [...(near.get(at) ?? [])]));
      const nearFirst = asked.sort((a, b) => Number(beside.has(b)) - Number(beside.has(a)));
      return under.pinned(nearFirst, 'first').length === 0;
    });
  let triesLeft = mostTries(component.cells.length, component.relations.length);
  const stays = new Set<number>();
  const tryAll = (left: readonly number[]): boolean => {
    let together = Math.max(fewTogether, Math.floor(left.length * shareTogether));
    let isAnyGone = false;
    for (let at = 0; at < left.length && triesLeft > 0; triesLeft--) {
      const tried = left.slice(at, at + together);
      const start = bounds.mark();
      const { rows, shown, gone } = show(tried);
      if (shown.length === 0 || isSafe(shown)) {
        told = rows;
        isAnyGone ||= gone.length > 0;
        at += tried.length;
        together *= 2;
        continue;
      }
      bounds.undo(start);
      for (const cell of gone) kept.add(cell);
      if (tried.length === 1) {
        at += 1;
        for (const cell of tried) stays.add(cell);
      }
      together = Math.max(1, tried.length >> 1);
    }
    return isAnyGone;
  };
  try {
    // What told a withheld figure may be shown once that is shown too.
    for (let left: readonly number[] = candidates; left.length > 0 && tryAll(left); ) {
      left = left.filter((cell) => kept.has(cell) && !stays.has(cell));
    }
  } finally {
    under.close();
  }
}

/** What can follow, without a relation, from cells of a component that are shown: with all that it follows from beside them. */
function derivationsIn(component: Component, { derivations }: Knowledge): Knowledge['derivations'] {
  const own = new Set(component.cells);
  const found = new Set(
    derivations.filter(({ from, to }) => own.has(to) || from.some((cell) => own.has(cell))),
  );
  for (let before = 0; before < found.size; ) {
    before = found.size;
    const needed = new Set([...found].flatMap(({ from }) => from));
    for (const each of derivations) if (needed.has(each.to)) found.add(each);
  }
  return derivations.filter((each) => found.has(each));
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
