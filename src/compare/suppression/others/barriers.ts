import type { Plan } from '../../../rubric/plan.js';
import { type BarrierNode, barrierNodes } from '../../barriers/barrier-nodes.js';
import type { UnitBarriers } from '../../barriers/barriers.js';
import type { Relation, RelationSum, Term } from '../knowledge.js';
import { barrierBounds } from './barrier-bounds.js';
import { nearTo } from './near-few.js';
import { nests } from './nested.js';
import { addFigure, type OtherFigures, tieUnits } from './other-figures.js';

/**
 * How many responses name a barrier in a node, none of them too: counts from 0 to the responses of the unit, which add up over
 * units. In a node at least as many name one as in each part of it, and no more than in all parts together.
 */
export function barrierFigures(units: readonly UnitBarriers[], plan: Plan): OtherFigures {
  const isTied = tieUnits(units.map(({ place }) => place));
  return {
    tieUnits: isTied,
    add: (cells, { isFew }) => {
      const few = units.filter(({ people }) => isFew(people)).map(({ place }) => place);
      const isNear = isTied && few.length > 0 ? () => true : nearTo(few);
      const relations: Relation[] = [];
      const sums: RelationSum[] = [];
      const mixtures: (readonly Term[])[] = [];
      const nodes = barrierNodes(plan);
      const bounds = barrierBounds(nodes);
      const { barriers } = plan.questionnaire;
      const placed = units
        .filter(({ place }) => isNear(place))
        .map((unit) => {
          const counts = new Map(
            unit.named.map(({ node, barrier, responses }) => [`${node.id} ${barrier.id}`, responses]),
          );
          const cellOf = new Map<string, number>();
          for (const { id: node } of nodes) {
            for (const { id: barrier } of barriers) {
              const value = counts.get(`${node} ${barrier}`) ?? 0;
              const cell = addFigure(cells, {
                kind: 'barriers',
                about: [node, barrier],
                whose: unit.place,
                value,
                range: { min: 0, max: unit.responses },
                // Between two whole numbers there is none.
                limit: Math.max(0.999, unit.responses / 10),
                people: unit.people,
                isShown: true,
              });
              cellOf.set(`${node} ${barrier}`, cell);
            }
          }
          return { unit, cellOf };
        });
      const bound = placed.map((each) => {
        const { cellOf } = each;
        const start = relations.length;
        for (const { id: barrier } of barriers) {
          const countIn = ({ id }: BarrierNode, factor: number): Term => ({
            cell: cellOf.get(`${id} ${barrier}`) ?? -1,
            factor,
          });
          const atLeastNone = (terms: readonly Term[]): void => {
            relations.push({ terms, low: 0, high: Number.POSITIVE_INFINITY });
          };
          for (const { node, parts, covers } of bounds) {
            for (const part of parts) atLeastNone([countIn(node, 1), countIn(part, -1)]);
            for (const cover of covers)
              atLeastNone([...cover.map((each) => countIn(each, 1)), countIn(node, -1)]);
          }
        }
        return { ...each, start, end: relations.length };
      });
      for (const { whole, parts } of nests(bound, ({ unit }) => unit.place)) {
        for (const [key, cell] of whole.cellOf) {
          const terms = parts.map(({ cellOf }) => ({ cell: cellOf.get(key) ?? -1, factor: 1 }));
          relations.push({ terms: [...terms, { cell, factor: -1 }], low: 0, high: 0 });
          mixtures.push(terms);
        }
        // They are the same in all units, in the same order.
        for (let at = whole.start; at < whole.end; at++) {
          sums.push({ whole: at, parts: parts.map(({ start }) => start + at - whole.start) });
        }
      }
      return { relations, derivations: [], sums, mixtures };
    },
  };
}
