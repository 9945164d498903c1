import type { Barrier } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { Plan } from '../../rubric/plan.js';
import type { Key } from '../grouping/key.js';
import type { RowPlaces } from '../grouping/row-places.js';
import { rowTally } from '../grouping/row-tally.js';
import type { CountPeople } from '../small-groups.js';
import type { UnitPlace } from '../unit-places.js';
import { type BarrierNode, barrierNodes } from './barrier-nodes.js';

/** How many responses of a unit name a barrier in a node, once each. */
export interface NodeBarrier {
  readonly node: BarrierNode;
  readonly barrier: Barrier;
  readonly responses: number;
}

export interface UnitBarriers {
  readonly place: UnitPlace;
  /** All responses of the unit, and those whom small-group rules count behind them: of these, so many name a barrier. */
  readonly responses: number;
  readonly people: number;
  /** The nodes that barriers are counted in. */
  readonly nodes: readonly BarrierNode[];
  /** Node by node, what is named most first. */
  readonly named: readonly NodeBarrier[];
}

/** Counts barriers while responses pass by. */
export interface BarrierCounter {
  readonly add: (response: Response) => void;
  readonly finish: (places: RowPlaces) => readonly UnitBarriers[];
}

interface Tally {
  responses: number;
  people: number;
  /** By node, how often each barrier is named. */
  readonly counts: readonly Map<string, number>[];
}

export function barrierCounter(plan: Plan, keys: readonly Key[], people: CountPeople): BarrierCounter {
  const { questionnaire } = plan;
  const { barriers } = questionnaire;
  const asked = questionnaire.questions.filter(({ ask }) => ask.includes('barriers'));
  const nodes = barrierNodes(plan);
  const tallies = rowTally<Tally>(questionnaire, keys, {
    make: () => ({ responses: 0, people: 0, counts: nodes.map(() => new Map()) }),
    addTo: (to, tally) => {
      to.responses += tally.responses;
      to.people += tally.people;
      for (const [i, counts] of tally.counts.entries()) {
        for (const [barrier, times] of counts) raise(to.counts[i], barrier, times);
      }
    },
  });
  return {
    add: (response) => {
      const tally = tallies.of(response);
      tally.responses += 1;
      tally.people += people(response);
      const named = asked.flatMap(({ id, index }) => {
        const tags = response.answers[id]?.barriers ?? [];
        return tags.length === 0 ? [] : [{ index, tags }];
      });
      if (named.length === 0) return;
      for (const [i, { questions }] of nodes.entries()) {
        const inside = named.filter(({ index }) => questions.has(index));
        for (const barrier of new Set(inside.flatMap(({ tags }) => tags))) raise(tally.counts[i], barrier, 1);
      }
    },
    finish: (places) =>
      tallies.rows(places).map(({ place, tally: { counts, ...tally } }) => ({
        place,
        ...tally,
        nodes,
        named: nodes.flatMap((node, i) =>
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

function raise(counts: Map<string, number> | undefined, barrier: string, by: number): void {
  counts?.set(barrier, (counts.get(barrier) ?? 0) + by);
}
