import type { Plan } from '../../rubric/plan.js';
import { scorer } from '../../rubric/score.js';
import { collector } from '../collect.js';
import { type Unit, unitKey } from '../comparison.js';
import type { KeptAnswers } from './kept-answers.js';

/** Answers by `Question.index` of the plan's questionnaire, and whose they are. */
export type Scoreable = Pick<KeptAnswers, 'response' | 'values' | 'states'>;

/** Scores responses by a plan and rolls them up: the units by their key, as of no wave. */
export function scoreUnits(plan: Plan): (responses: readonly Scoreable[]) => ReadonlyMap<string, Unit> {
  const score = scorer(plan);
  return (responses) => {
    const { add, finish } = collector(plan);
    for (const { response, values, states } of responses) {
      add(response, score({ given: { values, profile: response.profile }, states }));
    }
    return new Map(finish().units.map((unit) => [unitKey(unit), unit]));
  };
}
