import type { Plan } from '../../rubric/plan.js';
import { scorer } from '../../rubric/score.js';
import { collector } from '../collect.js';
import { unitKey } from '../comparison.js';
import type { UnitPlace } from '../unit-places.js';
import type { KeptAnswers } from './kept-answers.js';

/** Answers by `Question.index` of the plan's questionnaire, and whose they are. */
export type Scoreable = Pick<KeptAnswers, 'response' | 'values' | 'states'>;

/** What is kept of a unit: not what it was made of, which would be all responses once for every step. */
export interface ScoredUnit extends UnitPlace {
  /** By slot, NaN where there is none. */
  readonly scores: ArrayLike<number>;
  /** The responses that speak for it. */
  readonly size: number;
}

/** Scores responses by a plan and rolls them up: the units of some levels by their key, as of no wave. */
export function scoreUnits(
  plan: Plan,
  levels: readonly string[],
): (responses: Iterable<Scoreable>) => ReadonlyMap<string, ScoredUnit> {
  const score = scorer(plan);
  return (responses) => {
    const { add, finish } = collector(plan);
    for (const { response, values, states } of responses) {
      add(response, score({ given: { values, profile: response.profile }, states }));
    }
    const found = new Map<string, ScoredUnit>();
    for (const unit of finish().units) {
      const { level, path, response, wave, card, size } = unit;
      if (!levels.includes(level)) continue;
      const named = response === undefined ? {} : { response };
      found.set(unitKey(unit), { level, path, ...named, wave, scores: card.scores, size });
    }
    return found;
  };
}
