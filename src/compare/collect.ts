import { unitFields } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';
import type { Plan } from '../rubric/plan.js';
import type { Scorecard } from '../rubric/score.js';
import { addLeaf, type Branch, emptyBranch } from './branch.js';
import { type Comparison, noUnit, type Unit } from './comparison.js';
import { countExpected, type ExpectedUnits } from './expected-units.js';
import { peopleIn } from './people.js';
import { rollUpBranch } from './roll-up-branch.js';

/** Gathers responses one by one, and compares their units in the end. */
export interface Collector {
  readonly add: (response: Response, card: Scorecard) => void;
  readonly finish: () => Comparison;
}

/**
 * Collects the scorecards of a plan. The cards are copied, since a scorer uses its own again. Units that are expected
 * count among the children of theirs, whether they are there or not.
 */
export function collector(plan: Plan, expected: ExpectedUnits = []): Collector {
  const fields = unitFields(plan.questionnaire).map((field) => field.id);
  const waves = new Map<string, Branch>();
  return {
    add: (response, card) => {
      const wave = response.wave ?? '';
      const path = fields.map((field) => String(response.profile[field] ?? noUnit));
      const branch = waves.get(wave) ?? emptyBranch();
      waves.set(wave, branch);
      addLeaf(branch, {
        unit: responseUnit(response, path, wave, card, plan),
        mode: response.mode,
        profile: response.profile,
      });
    },
    finish: () => {
      const counts = {
        passedOver: 0,
        withoutWeight: new Set<string>(),
        expected: countExpected(expected),
      };
      const rolledUp = [...waves].map(([wave, branch]) => rollUpBranch(branch, wave, plan, counts));
      return {
        plan,
        units: rolledUp.flatMap(({ units }) => units),
        waves: [...waves.keys()],
        leaves: rolledUp.flatMap(({ below }) => below.leaves),
        passedOver: counts.passedOver,
        withoutWeight: [...counts.withoutWeight],
      };
    },
  };
}

function responseUnit(
  response: Response,
  path: readonly string[],
  wave: string,
  card: Scorecard,
  { figureSlots, questionnaire }: Plan,
): Unit {
  const people = peopleIn(response, questionnaire.privacy);
  // Plain arrays of what will be read: a typed array costs more than its figures.
  const kept = (figures: Float64Array) => Array.from(figures.subarray(0, figureSlots));
  const scores = kept(card.scores);
  const counts = scores.map((score) => (Number.isNaN(score) ? 0 : 1));
  return {
    level: 'response',
    path,
    response: response.id,
    wave,
    card: {
      scores,
      ungated: card.ungated === card.scores ? scores : kept(card.ungated),
      low: kept(card.low),
      high: kept(card.high),
      coverage: kept(card.coverage),
      target: kept(card.target),
      status: card.status.slice(0, figureSlots),
      fired: card.fired,
      responses: counts,
      returned: counts,
      people: counts.map((count) => count * people),
      expected: 1,
    },
    children: [],
    weights: [],
    minChildren: 1,
    size: 1,
    people,
    problems: card.problems,
  };
}
