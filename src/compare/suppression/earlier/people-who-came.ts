import type { Unit } from '../../comparison.js';
import type { Measure } from '../reader/shown-table.js';

/** What two tables tell together of those who came to a pool between them: their mean, but for rounding. */
export interface Arrival {
  readonly slot: number;
  readonly measure: Measure;
  readonly mean: number;
  readonly error: number;
}

/** So many sets of responses are looked at. */
const mostSets = 20_000;

/**
 * How few people can be behind so many responses that came to a pool: a table says how many came, not which. They are among those there
 * now, and their scores come to what is told of them; only where no set does, or too many would have to be tried, it is the
 * fewest of any. 0 where it can only be an official answer.
 */
export function peopleWhoCame({ children }: Unit, came: number, told: readonly Arrival[]): number {
  if (children.every(({ people }) => people === 1)) return came;
  const sums = told.filter(
    ({ slot, measure }) =>
      measure === 'scores' && children.every(({ card }) => !Number.isNaN(card.scores[slot] ?? Number.NaN)),
  );
  if (sums.length === 0 || setsOf(children.length, came) > mostSets) return fewest(children, came);
  let least: number | undefined;
  const chosen: Unit[] = [];
  const look = (from: number): void => {
    if (chosen.length < came) {
      for (let at = from; at < children.length; at++) {
        const child = children[at];
        if (child === undefined) continue;
        chosen.push(child);
        look(at + 1);
        chosen.pop();
      }
      return;
    }
    const isPossible = sums.every(({ slot, mean, error }) => {
      const sum = chosen.reduce((total, { card }) => total + (card.scores[slot] ?? Number.NaN), 0);
      return Math.abs(sum / came - mean) <= error + 1e-9;
    });
    if (isPossible) least = fewer(least, peopleIn(chosen));
  };
  look(0);
  return least ?? fewest(children, came);
}

/** Whose answers are nobody's are no small group: any people at all are fewer. */
function fewer(one: number | undefined, other: number): number {
  if (one === undefined || one === 0) return other;
  return other === 0 ? one : Math.min(one, other);
}

function fewest(children: readonly Unit[], came: number): number {
  const all = [...children].sort((a, b) => a.people - b.people);
  const nobodys = all.filter(({ people }) => people === 0);
  const others = all.slice(nobodys.length);
  // With at least one person among them.
  const official = Math.min(nobodys.length, others.length === 0 ? came : came - 1);
  return peopleIn(others.slice(0, came - official));
}

function peopleIn(units: readonly Unit[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}

function setsOf(n: number, size: number): number {
  let sets = 1;
  for (let i = 1; i <= size && sets <= mostSets; i++) sets = (sets * (n - size + i)) / i;
  return sets;
}
