import type { Unit } from '../comparison.js';
import type { Choice } from './choose-rising.js';
import { figureKey } from './hidden.js';
import type { Knowledge, Pattern } from './knowledge.js';
import type { CellPlace, CountedCell } from './reader/table-cells.js';

/** What was chosen before of some of the figures that there are. */
export interface Settled {
  /** What a reader knows, where what was shown before is not withheld for what stands beside it. */
  readonly knowledge: (all: Knowledge) => Knowledge;
  /** What was withheld before, where figures about fewer people than these must not be shown. */
  readonly withheld: (least: number) => Pattern;
  /** Whether what was shown before may tell what stands beside it, where that is told by nothing else. */
  readonly tellsAnyway: boolean;
}

/** How much more is lost with what was shown than with what stands beside it. */
const farMore = 1e9;

/**
 * Settles what was chosen first, of figures that are among all that there are now. Where tables were given out before, what was shown goes
 * after all if nothing else will do: together with those it may tell more than by itself.
 */
export function settle(
  cells: readonly CountedCell[],
  first: readonly CountedCell[],
  choice: Choice | undefined,
): Settled {
  const find = finderIn(cells);
  const placeNow = first.map(({ at, role }) => (at === undefined || role !== 'shown' ? undefined : find(at)));
  const isSettled = new Set(placeNow);
  const hasGiven = cells.some(({ role }) => role === 'given');
  const times = hasGiven ? farMore : Number.POSITIVE_INFINITY;
  const found = new Map<Pattern, Pattern>();
  return {
    knowledge: (all) => ({
      ...all,
      cells: all.cells.map((cell, i) => (isSettled.has(i) ? { ...cell, loss: cell.loss * times } : cell)),
    }),
    withheld: (least) => {
      const then = choice?.patternFor(least) ?? new Set();
      const now = found.get(then) ?? new Set([...then].flatMap((cell) => placeNow[cell] ?? []));
      found.set(then, now);
      return now;
    },
    tellsAnyway: !hasGiven,
  };
}

/** Finds a figure by what it is. */
function finderIn(cells: readonly CountedCell[]): (place: CellPlace) => number | undefined {
  const ofUnits = new Map<Unit, Map<string, number>>();
  const others = new Map<string, number>();
  const key = ({ figure, measure }: CellPlace & { readonly kind: 'figure' }) => `${figure.slot} ${measure}`;
  const otherKey = ({ what, whose, about }: CellPlace & { readonly kind: 'other' }) =>
    figureKey(what, whose, ...about);
  for (const [i, { at }] of cells.entries()) {
    if (at?.kind === 'other') others.set(otherKey(at), i);
    if (at?.kind !== 'figure') continue;
    const own = ofUnits.get(at.unit) ?? new Map<string, number>();
    ofUnits.set(at.unit, own.set(key(at), i));
  }
  return (place) =>
    place.kind === 'other' ? others.get(otherKey(place)) : ofUnits.get(place.unit)?.get(key(place));
}
