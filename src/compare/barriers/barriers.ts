import type { Barrier } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { Plan, PlanNode } from '../../rubric/plan.js';
import { nodeQuestions } from '../node-questions.js';
import type { CountPeople } from '../small-groups.js';
import { byUnit, type UnitPlace, unitsOfResponse } from '../unit-places.js';

/** How many responses of a unit name a barrier in a node, once each. */
export interface NodeBarrier {
  readonly node: PlanNode;
  readonly barrier: Barrier;
  readonly responses: number;
  readonly people: number;
}

export interface UnitBarriers {
  readonly place: UnitPlace;
  /** All responses of the unit. */
  readonly responses: number;
  /** Node by node, what is named most first. */
  readonly named: readonly NodeBarrier[];
}

/** Counts barriers while responses pass by. */
export interface BarrierCounter {
  readonly add: (response: Response) => void;
  readonly finish: () => readonly UnitBarriers[];
}

export function barrierCounter(plan: Plan, levels: readonly string[], people: CountPeople): BarrierCounter {
  const { questionnaire } = plan;
  const { barriers } = questionnaire;
  const asked = questionnaire.questions.filter(({ ask }) => ask.includes('barriers'));
  const nodes = nodeQuestions(plan);
  const units = byUnit((place) => ({
    place,
    responses: 0,
    counts: nodes.map(() => new Map<string, { responses: number; people: number }>()),
  }));
  const placesOf = unitsOfResponse(questionnaire, levels);
  return {
    add: (response) => {
      const found = placesOf(response).map(units.of);
      for (const unit of found) unit.responses += 1;
      const named = asked.flatMap(({ id, index }) => {
        const tags = response.answers[id]?.barriers ?? [];
        return tags.length === 0 ? [] : [{ index, tags }];
      });
      if (named.length === 0) return;
      for (const [i, { questions }] of nodes.entries()) {
        const inside = named.filter(({ index }) => questions.has(index));
        for (const barrier of new Set(inside.flatMap(({ tags }) => tags))) {
          for (const { counts } of found) {
            const count = counts[i]?.get(barrier) ?? { responses: 0, people: 0 };
            count.responses += 1;
            count.people += people(response);
            counts[i]?.set(barrier, count);
          }
        }
      }
    },
    finish: () =>
      [...units.all()].map(({ place, responses, counts }) => ({
        place,
        responses,
        named: nodes.flatMap(({ node }, i) =>
          barriers
            .flatMap((barrier): NodeBarrier[] => {
              const count = counts[i]?.get(barrier.id);
              return count === undefined ? [] : [{ node, barrier, ...count }];
            })
            .toSorted((one, other) => other.responses - one.responses),
        ),
      })),
  };
}
