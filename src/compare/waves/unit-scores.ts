import type { Plan } from '../../rubric/plan.js';
import type { Scorecard } from '../../rubric/score.js';
import { collector } from '../collect.js';
import { unitKey } from '../comparison.js';
import { type Grouping, groupUnits } from '../grouping/group.js';
import type { UnitPlace } from '../unit-places.js';
import type { KeptAnswers } from './kept-answers.js';

/** What is kept of a unit: not what it was made of, which would be all responses once for every step. */
export interface ScoredUnit extends UnitPlace {
  /** By slot, NaN where there is none. */
  readonly scores: ArrayLike<number>;
  /** The responses that speak for it. */
  readonly size: number;
}

/** Scored responses on their way to units. */
export interface UnitScores {
  readonly add: (response: KeptAnswers['response'], card: Scorecard) => void;
  /** What rows stand for by its key, as of no wave. */
  readonly finish: () => ReadonlyMap<string, ScoredUnit>;
}

/** Rolls responses of one wave up that a plan has scored, to what rows stand for. */
export function unitScores(plan: Plan, grouping: Grouping): UnitScores {
  const { add, finish } = collector(plan);
  return {
    add,
    finish: () => {
      const found = new Map<string, ScoredUnit>();
      for (const unit of groupUnits(finish(), grouping)) {
        const { level, path, groups, response, wave, card, size } = unit;
        const named = {
          ...(response === undefined ? {} : { response }),
          ...(groups === undefined ? {} : { groups }),
        };
        found.set(unitKey(unit), { level, path, ...named, wave, scores: card.scores, size });
      }
      return found;
    },
  };
}
