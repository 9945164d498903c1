import type { Resolved } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import type { Plan, PlanNode, Term } from '../../rubric/plan.js';
import { everyUnit } from '../comparison.js';
import type { Key } from '../grouping/key.js';
import type { RowPlaces } from '../grouping/row-places.js';
import { rowTally } from '../grouping/row-tally.js';
import { nodeQuestions } from '../node-questions.js';
import type { CountPeople } from '../small-groups.js';
import type { UnitPlace } from '../unit-places.js';

/** How far the answers of a node are from what was wanted there. */
export interface NodeAmbition {
  readonly node: PlanNode;
  /** Answers with a target beside them. */
  readonly answers: number;
  /** What lies between scores and higher targets, added up: Σ max(0, target − score). */
  readonly shortfall: number;
  /** The targets added up. */
  readonly targets: number;
  readonly people: number;
}

export interface UnitAmbition {
  readonly place: UnitPlace;
  /** Those whom small-group rules count in it, whether they have a target or not. */
  readonly people: number;
  /** Those with a target in it. */
  readonly nodes: readonly NodeAmbition[];
  /** All in which targets are asked for. */
  readonly asked: readonly PlanNode[];
}

/** The share of targets that is reached: 1 − Σ max(0, target − score) ÷ Σ target; none where targets add up to nothing. */
export function shareReached({ shortfall, targets }: Pick<NodeAmbition, 'shortfall' | 'targets'>): number {
  return targets > 0 ? 1 - shortfall / targets : Number.NaN;
}

/** Adds targets up while responses pass by. */
export interface AmbitionCounter {
  readonly add: (response: Response, resolved: Resolved) => void;
  /** Row by row, and all of a wave together, with no names, behind them where no row is of these. */
  readonly finish: (places: RowPlaces) => readonly UnitAmbition[];
}

/** The level of the line that is of all units of a wave, where no row of all units is asked for. */
export const allUnits = 'all';

interface Tally {
  everybody: number;
  /** Of each node. */
  readonly sums: readonly { answers: number; shortfall: number; targets: number; people: number }[];
}

/**
 * Sets each answer's score beside the score of the target next to it, under the rubric's `range`, `reverse` and scores. A
 * target beside an answer without a score says nothing of how far it is, and is passed over.
 */
export function ambitionCounter(plan: Plan, keys: readonly Key[], people: CountPeople): AmbitionCounter {
  const { questionnaire } = plan;
  const asked = questionnaire.questions.filter(({ ask }) => ask.includes('target'));
  const terms = new Map<number, Term>();
  for (const term of plan.terms) {
    if (!terms.has(term.question.index)) terms.set(term.question.index, term);
  }
  const nodes = nodeQuestions(plan).filter(({ questions }) =>
    asked.some(({ index }) => questions.has(index)),
  );
  const tallies = rowTally<Tally>(questionnaire, keys, {
    make: () => ({
      everybody: 0,
      sums: nodes.map(() => ({ answers: 0, shortfall: 0, targets: 0, people: 0 })),
    }),
    addTo: (to, tally) => {
      to.everybody += tally.everybody;
      for (const [i, sum] of to.sums.entries()) {
        const { answers, shortfall, targets, people } = tally.sums[i] ?? sum;
        sum.answers += answers;
        sum.shortfall += shortfall;
        sum.targets += targets;
        sum.people += people;
      }
    },
  });
  return {
    add: (response, { values, states }) => {
      const tally = tallies.of(response);
      tally.everybody += people(response);
      const pairs = asked.flatMap(({ id, index }) => {
        const target = response.answers[id]?.target;
        const term = terms.get(index);
        if (target === undefined || term === undefined || states[index] !== 'value') return [];
        const [score, wanted] = [term.score(values[index]), term.score(target)];
        return Number.isNaN(score) || Number.isNaN(wanted) ? [] : [{ index, score, wanted }];
      });
      if (pairs.length === 0) return;
      for (const [i, { questions }] of nodes.entries()) {
        const inside = pairs.filter(({ index }) => questions.has(index));
        const sum = tally.sums[i];
        if (inside.length === 0 || sum === undefined) continue;
        sum.people += people(response);
        for (const { score, wanted } of inside) {
          sum.answers += 1;
          sum.shortfall += Math.max(0, wanted - score);
          sum.targets += wanted;
        }
      }
    },
    finish: (places) =>
      tallies.rows(withAll(places)).map(({ place, tally: { everybody, sums } }) => ({
        place,
        people: everybody,
        asked: nodes.map(({ node }) => node),
        nodes: nodes.flatMap(({ node }, i) => {
          const sum = sums[i];
          return sum === undefined || sum.answers === 0 ? [] : [{ node, ...sum }];
        }),
      })),
  };
}

/** Rows, one of which is of all units of a wave in any case. */
function withAll({ of, inOrder }: RowPlaces): RowPlaces {
  return {
    inOrder,
    of: (who) => {
      const places = of(who);
      const hasAll = places.some(({ level }) => level === everyUnit);
      return hasAll ? places : [...places, { level: allUnits, path: [], wave: who.unit.wave }];
    },
  };
}
