import type { Plan } from '../../../rubric/plan.js';
import type { UnitBarriers } from '../../barriers/barriers.js';
import { nodeQuestions } from '../../node-questions.js';
import type { Relation, Term } from '../knowledge.js';
import { nearTo } from './near-few.js';
import { nests } from './nested.js';
import { addFigure, type OtherFigures, tieUnits } from './other-figures.js';

/**
 * How many responses name a barrier in a node, none of them too: counts from 0 to the responses of the unit, which add up over
 * units. In a dimension at least as many name one as in each part of it, and no more than in all parts together.
 */
export function barrierFigures(units: readonly UnitBarriers[], plan: Plan): OtherFigures {
  const isTied = tieUnits(units.map(({ place }) => place));
  return {
    tieUnits: isTied,
    add: (cells, { isFew }) => {
      const few = units.filter(({ people }) => isFew(people)).map(({ place }) => place);
      const isNear = isTied && few.length > 0 ? () => true : nearTo(few);
      const relations: Relation[] = [];
      const mixtures: (readonly Term[])[] = [];
      const nodes = nodeQuestions(plan).map(({ node }) => node);
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
      for (const { cellOf } of placed) {
        for (const whole of nodes) {
          const parts = nodes.filter(({ kind, parent, depth }) =>
            whole.kind === 'overall'
              ? kind === 'dimension' && depth === 1
              : kind === 'dimension' && parent === whole.id,
          );
          const within =
            whole.kind === 'overall' ? [...parts, ...nodes.filter(({ kind }) => kind === 'theme')] : parts;
          for (const { id: barrier } of barriers) {
            const at = (node: string) => cellOf.get(`${node} ${barrier}`) ?? -1;
            for (const part of within) {
              const terms = [
                { cell: at(whole.id), factor: 1 },
                { cell: at(part.id), factor: -1 },
              ];
              relations.push({ terms, low: 0, high: Number.POSITIVE_INFINITY });
            }
            if (parts.length === 0) continue;
            const all = parts.map(({ id }) => ({ cell: at(id), factor: 1 }));
            const terms = [...all, { cell: at(whole.id), factor: -1 }];
            relations.push({ terms, low: 0, high: Number.POSITIVE_INFINITY });
          }
        }
      }
      for (const { whole, parts } of nests(placed, ({ unit }) => unit.place)) {
        for (const [key, cell] of whole.cellOf) {
          const terms = parts.map(({ cellOf }) => ({ cell: cellOf.get(key) ?? -1, factor: 1 }));
          relations.push({ terms: [...terms, { cell, factor: -1 }], low: 0, high: 0 });
          mixtures.push(terms);
        }
      }
      return { relations, derivations: [], mixtures };
    },
  };
}
