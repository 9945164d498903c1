import type { PeopleInWaves } from '../../waves/people.js';
import type { UnitStep } from '../../waves/steps.js';
import { type Relation, relation, type Term } from '../knowledge.js';
import { grouped } from './grouped.js';
import { nests } from './nested.js';
import { addFigure, type OtherFigures, tieUnits } from './other-figures.js';

/**
 * What a change is made of, and the matched change, as one figure of a unit: who knows scores and the matched change knows
 * what came and what left, and so it is about the fewest of those who came, left, or stayed, in the unit or in any that lies in it and
 * is told of: who knows how those who stayed answered in a department where all stayed can take them from all who stayed. A unit's
 * and those of all its parts but one tell the last: of what else they could be worked out, nothing is taken to be known.
 */
export function changeFigures(steps: readonly UnitStep[]): OtherFigures {
  return {
    tieUnits: tieUnits(steps.map(({ place }) => place)),
    add: (cells) => {
      const relations: Relation[] = [];
      const mixtures: (readonly Term[])[] = [];
      const fewest = fewestWithin(steps);
      const placed = steps.map((step) => ({
        step,
        cell: addFigure(cells, {
          kind: 'change',
          about: [step.from],
          whose: step.place,
          value: 0.5,
          range: { min: 0, max: 1 },
          people: fewest(step),
          isShown: true,
        }),
      }));
      for (const same of grouped(placed, ({ step }) => step.from).values()) {
        for (const { whole, parts } of nests(same, ({ step }) => step.place)) {
          const terms = parts.map(({ cell }) => ({ cell, factor: 1 / parts.length }));
          relations.push(relation([...terms, { cell: whole.cell, factor: -1 }], 0, cells));
        }
      }
      return { relations, derivations: [], mixtures };
    },
  };
}

/** The fewest in a unit, or in any of the units in it. */
function fewestWithin(steps: readonly UnitStep[]): (step: UnitStep) => number {
  const least = new Map<string, number>();
  const key = (from: string, path: readonly string[]) => JSON.stringify([from, path]);
  for (const { from, place, people } of steps) {
    const few = fewestIn(people);
    if (few === 0) continue;
    for (let depth = 0; depth <= place.path.length; depth += 1) {
      const within = key(from, place.path.slice(0, depth));
      least.set(within, Math.min(few, least.get(within) ?? few));
    }
  }
  return ({ from, place, people }) =>
    place.response === undefined ? (least.get(key(from, place.path)) ?? 0) : fewestIn(people);
}

/** Of those who stayed, as many as they were and as they are, those who left and those who came, the fewest that are any. */
export function fewestIn({ left, came, stayedBefore, stayedAfter }: PeopleInWaves): number {
  const some = [left, came, stayedBefore, stayedAfter].filter((people) => people > 0);
  return some.length === 0 ? 0 : Math.min(...some);
}
