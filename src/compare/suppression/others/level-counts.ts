import { type Derivation, type Relation, relation, type Term } from '../knowledge.js';
import type { CountedCell } from '../reader/table-cells.js';
import type { RatingCell } from './ratings.js';

/** Ratings, and the parts of them that are told. */
export interface RatedWhole {
  readonly whole: RatingCell;
  readonly parts: readonly RatingCell[];
}

export interface CountTies {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
}

export const noCounts: CountTies = { relations: [], derivations: [] };

/**
 * How often each level was chosen: counts from 0 to the ratings, which are all ratings together, come to their mean, and add up over
 * units and roles. Who sees how ratings of a unit spread is taken to know them, and so is who sees the mean of a role beside the spread
 * of those around it: of a few levels no other counts may come to it.
 */
export function levelCounts(
  all: readonly RatingCell[],
  wholes: readonly RatedWhole[],
  cells: CountedCell[],
): CountTies {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const countsOf = new Map<RatingCell, readonly number[]>();
  for (const each of all) {
    const { cell: mean, ratings, n, scores } = each;
    const counts = scores.map((_, place) => {
      cells.push({
        name: `${cells[mean]?.name}, level ${place + 1}`,
        value: ratings.counts[place] ?? 0,
        range: { min: 0, max: n },
        limit: 0,
        loss: 1,
        people: 0,
        role: 'unseen',
      });
      return cells.length - 1;
    });
    countsOf.set(each, counts);
    relations.push({ terms: counts.map((cell) => ({ cell, factor: 1 })), low: n, high: n });
    const summed = counts.map((cell, place): Term => ({ cell, factor: (scores[place] ?? 0) / n }));
    relations.push(relation([...summed, { cell: mean, factor: -1 }], 0, cells));
    derivations.push(...counts.map((to) => ({ from: [mean], to })));
  }
  for (const { whole, parts } of wholes) {
    const rest = whole.n - parts.reduce((sum, { n }) => sum + n, 0);
    for (const [place, cell] of (countsOf.get(whole) ?? []).entries()) {
      const within = parts.flatMap((part) => countsOf.get(part)?.[place] ?? []);
      relations.push({
        terms: [{ cell, factor: 1 }, ...within.map((each) => ({ cell: each, factor: -1 }))],
        low: 0,
        high: rest === 0 ? 0 : Number.POSITIVE_INFINITY,
      });
    }
  }
  return { relations, derivations };
}
