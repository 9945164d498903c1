import { type Component, components } from './components.js';
import { isHidden, isKept, type Knowledge, type Pattern, type Relation } from './knowledge.js';
import type { LinearProgram, Session, Solver } from './solver/solver.js';

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
  /** Ends with the first disclosure. */
  readonly first?: boolean;
  /** Looked at before others. */
  readonly near?: ReadonlySet<number>;
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
  options: AuditOptions = {},
): readonly Disclosure[] {
  const { cells, relations } = knowledge;
  const { passOver, first = false, near } = options;
  const derived = derivedCells(knowledge, pattern);
  const looked = (cell: number): boolean => {
    const found = cells[cell];
    return (
      found !== undefined && isKept(found) && !passOver?.has(cell) && (isHidden(found) || pattern.has(cell))
    );
  };
  const result: Disclosure[] = [];
  for (const [cell, by] of derived) {
    if (!looked(cell)) continue;
    const value = cells[cell]?.value ?? Number.NaN;
    result.push({ cell, low: value, high: value, by });
    if (first) return result;
  }
  const isUnknown = (cell: number): boolean => {
    const found = cells[cell];
    if (found === undefined || derived.has(cell)) return false;
    return isHidden(found) || pattern.has(cell) || found.standing === 'given';
  };
  for (const component of components(relations, isUnknown)) {
    const asked = component.cells.filter(looked);
    if (asked.length === 0) continue;
    if (near !== undefined) asked.sort((a, b) => Number(near.has(b)) - Number(near.has(a)));
    result.push(...auditComponent(knowledge, component, asked, isUnknown, solver, first));
    if (first && result.length > 0) return result;
  }
  return result.sort((a, b) => a.cell - b.cell);
}

/** What follows from what is shown without a relation, and from what. */
function derivedCells(
  { cells, derivations }: Knowledge,
  pattern: Pattern,
): ReadonlyMap<number, readonly number[]> {
  const derived = new Map<number, readonly number[]>();
  const isShown = (cell: number): boolean => {
    const found = cells[cell];
    return found !== undefined && !isHidden(found) && !pattern.has(cell);
  };
  let grows = derivations.length > 0;
  while (grows) {
    grows = false;
    for (const { from, to } of derivations) {
      if (isShown(to) || derived.has(to)) continue;
      if (!from.every((cell) => isShown(cell) || derived.has(cell))) continue;
      derived.set(to, [...new Set(from.flatMap((cell) => derived.get(cell) ?? [cell]))]);
      grows = true;
    }
  }
  return derived;
}

function auditComponent(
  { cells, relations }: Knowledge,
  component: Component,
  asked: readonly number[],
  isUnknown: (cell: number) => boolean,
  solver: Solver,
  first: boolean,
): readonly Disclosure[] {
  const seen = new Seen(component.cells.map((cell) => cells[cell]?.value ?? Number.NaN));
  const columns = new Map(component.cells.map((cell, column) => [cell, column]));
  let session: Session | undefined;
  const result: Disclosure[] = [];
  try {
    for (const cell of asked) {
      const column = columns.get(cell) ?? -1;
      const limit = widestPinned(cells[cell]?.limit ?? 0);
      const tight = new Set<number>();
      for (const direction of [1, -1] as const) {
        if (seen.width(column) > limit) break;
        session ??= solver.open(program({ cells, relations }, component, columns, isUnknown));
        const found = session.extreme(column, direction);
        seen.add(column, found.value, found.point);
        for (const row of found.tight) tight.add(component.relations[row] ?? -1);
      }
      if (seen.width(column) > limit) continue;
      result.push({ cell, ...seen.bounds(column), by: shownIn(tight, relations, isUnknown, cells) });
      if (first) break;
    }
  } finally {
    session?.close();
  }
  return result;
}

/** How wide a solver's answer may be, by its tolerance, where what is really there is no wider than the limit. */
function widestPinned(limit: number): number {
  return limit * (1 + 1e-6) + 1e-7;
}

/** Everything that each column was seen to be: what can be is enough to know that it is not pinned. */
class Seen {
  readonly #low: number[];
  readonly #high: number[];

  constructor(values: readonly number[]) {
    this.#low = [...values];
    this.#high = [...values];
  }

  width(column: number): number {
    return (this.#high[column] ?? 0) - (this.#low[column] ?? 0);
  }

  bounds(column: number): { readonly low: number; readonly high: number } {
    return { low: this.#low[column] ?? Number.NaN, high: this.#high[column] ?? Number.NaN };
  }

  add(column: number, value: number, point: ArrayLike<number> | undefined): void {
    this.#widen(column, value);
    for (let i = 0; i < this.#low.length; i++) this.#widen(i, point?.[i] ?? Number.NaN);
  }

  #widen(column: number, value: number): void {
    if (value < (this.#low[column] ?? 0)) this.#low[column] = value;
    if (value > (this.#high[column] ?? 0)) this.#high[column] = value;
  }
}

/** The component as a linear program, with what is known taken over to the other side. */
function program(
  { cells, relations }: Pick<Knowledge, 'cells' | 'relations'>,
  component: Component,
  columns: ReadonlyMap<number, number>,
  isUnknown: (cell: number) => boolean,
): LinearProgram {
  const ranges = component.cells.map((cell) => cells[cell]?.range);
  return {
    lower: ranges.map((range) => range?.min ?? Number.NEGATIVE_INFINITY),
    upper: ranges.map((range) => range?.max ?? Number.POSITIVE_INFINITY),
    rows: component.relations.map((at) => {
      const { terms = [], low = 0, high = 0 } = relations[at] ?? {};
      const unknown = terms.filter(({ cell }) => isUnknown(cell));
      const known = terms
        .filter(({ cell }) => !isUnknown(cell))
        .reduce((sum, { cell, factor }) => sum + factor * (cells[cell]?.value ?? 0), 0);
      return {
        low: low - known,
        high: high - known,
        columns: unknown.map(({ cell }) => columns.get(cell) ?? -1),
        factors: unknown.map(({ factor }) => factor),
      };
    }),
  };
}

function shownIn(
  tight: ReadonlySet<number>,
  relations: readonly Relation[],
  isUnknown: (cell: number) => boolean,
  cells: Knowledge['cells'],
): readonly number[] {
  const terms = [...tight].flatMap((at) => relations[at]?.terms ?? []);
  const shown = terms
    .map(({ cell }) => cell)
    .filter((cell) => !isUnknown(cell) || cells[cell]?.standing === 'given');
  return [...new Set(shown)].sort((a, b) => a - b);
}
