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
}

export interface UnitBarriers {
  readonly place: UnitPlace;
  /** All responses of the unit, and those whom small-group rules count behind them: of these, so many name a barrier. */
  readonly responses: number;
  readonly people: number;
  /** The nodes that barriers are counted in. */
  readonly nodes: readonly PlanNode[];
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
    people: 0,
    counts: nodes.map(() => new Map<string, number>()),
  }));
  const placesOf = unitsOfResponse(questionnaire, levels);
  return {
    add: (response) => {
      const found = placesOf(response).map(units.of);
      for (const unit of found) {
        unit.responses += 1;
        unit.people += people(response);
      }
      const named = asked.flatMap(({ id, index }) => {
        const tags = response.answers[id]?.barriers ?? [];
        return tags.length === 0 ? [] : [{ index, tags }];
      });
      if (named.length === 0) return;
      for (const [i, { questions }] of nodes.entries()) {
        const inside = named.filter(({ index }) => questions.has(index));
        for (const barrier of new Set(inside.flatMap(({ tags }) => tags))) {
          for (const { counts } of found) {
            counts[i]?.set(barrier, (counts[i]?.get(barrier) ?? 0) + 1);
          }
        }
      }
    },
    finish: () =>
      [...units.all()].map(({ counts, ...unit }) => ({
        ...unit,
        nodes: nodes.map(({ node }) => node),
        named: nodes.flatMap(({ node }, i) =>
          barriers
            .flatMap((barrier): NodeBarrier[] => {
              const responses = counts[i]?.get(barrier.id);
              return responses === undefined ? [] : [{ node, barrier, responses }];
            })
            .toSorted((one, other) => other.responses - one.responses),
        ),
      })),
  };
}
