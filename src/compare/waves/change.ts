import type { Plan } from '../../rubric/plan.js';
import { plainScorer, type Scorecard } from '../../rubric/score.js';
import type { AllAnswers } from './answer-store.js';
import type { KeptAnswers } from './kept-answers.js';
import type { Pair } from './pairs.js';
import type { AnswersBefore, Translated } from './translate.js';
import { type ScoredUnit, unitScores } from './unit-scores.js';

/** What a change is made of, in the order in which it is laid open. */
export const changeParts = ['who', 'answers', 'answered', 'definition'] as const;
export type ChangePart = (typeof changeParts)[number];

/** One wave: its responses, and the plan that they are scored by. */
export interface Wave {
  readonly name: string;
  readonly plan: Plan;
  readonly responses: readonly KeptAnswers[];
}

/** A unit in two waves, and in what lies between them; nothing where it is not there. */
export interface UnitChange {
  readonly before: ScoredUnit | undefined;
  readonly after: ScoredUnit | undefined;
  /** Under the earlier plan: the responses of the later wave with the answers of the earlier one where they have some. */
  readonly who: ScoredUnit | undefined;
  /** The same, with the later answers to what was answered in both waves. */
  readonly answers: ScoredUnit | undefined;
  /** The same, with all later answers. */
  readonly answered: ScoredUnit | undefined;
  /** Responses of both waves with what was answered in both, and nothing else, as it was and as it is. */
  readonly matched: { readonly before: ScoredUnit | undefined; readonly after: ScoredUnit | undefined };
}

/** How units stood in one wave and stand in another, under the unit's key; the later wave's units first. */
export type UnitChanges = ReadonlyMap<string, UnitChange>;

/**
 * Lays the way from one wave to a later one open in a fixed order (docs/waves.md): who answered, then which answers changed,
 * then what was newly or no longer answered, and the definition or rubric last. Each step is scored as a whole, so that
 * the differences between one step and the next add up to the change. `pairs` are those of the two waves.
 */
export function unitChanges(
  before: Wave,
  after: Wave,
  pairs: readonly Pair[],
  asBefore: AnswersBefore,
  levels: readonly string[],
): UnitChanges {
  const scores = {
    before: scoreBy(before.plan),
    inBoth: scoreBy(withoutTheRest(before.plan)),
    after: scoreBy(after.plan),
  };
  const early = () => unitScores(before.plan, levels);
  const steps = {
    before: early(),
    who: early(),
    answers: early(),
    answered: asBefore.changesNothing ? undefined : early(),
    matchedBefore: early(),
    matchedAfter: early(),
    after: unitScores(after.plan, levels),
  };
  for (const { response, answers } of before.responses) {
    steps.before.add(response, scores.before(response, answers()));
  }
  for (const { later, own: earlier } of pairs) {
    const { response } = later;
    const answers = later.answers();
    const own = earlier?.answers();
    const now = asBefore.translate(answers, own);
    // A card lasts until the next is scored.
    const card = scores.before(response, now);
    steps.answered?.add(response, card);
    if (own === undefined) {
      steps.who.add(response, card);
      steps.answers.add(response, card);
    } else {
      steps.who.add(response, scores.before(response, own));
      steps.answers.add(response, scores.before(response, withChanged(now, own)));
      const both = own.states.map((_, i) => isInBoth(now, own, i));
      steps.matchedBefore.add(response, scores.inBoth(response, only(both, own)));
      steps.matchedAfter.add(response, scores.inBoth(response, only(both, now)));
    }
    steps.after.add(response, scores.after(response, answers));
  }
  const units = {
    before: steps.before.finish(),
    who: steps.who.finish(),
    answers: steps.answers.finish(),
    answered: steps.answered?.finish(),
    matchedBefore: steps.matchedBefore.finish(),
    matchedAfter: steps.matchedAfter.finish(),
    after: steps.after.finish(),
  };
  return new Map(
    [...new Set([...units.after.keys(), ...units.before.keys()])].map((key) => [
      key,
      {
        before: units.before.get(key),
        after: units.after.get(key),
        who: units.who.get(key),
        answers: units.answers.get(key),
        answered: (units.answered ?? units.after).get(key),
        matched: { before: units.matchedBefore.get(key), after: units.matchedAfter.get(key) },
      },
    ]),
  );
}

function scoreBy(plan: Plan): (response: KeptAnswers['response'], answers: AllAnswers) => Scorecard {
  const score = plainScorer(plan);
  return ({ profile }, { values, states }) => score({ given: { values, profile }, states });
}

function isInBoth(now: Translated, { states }: AllAnswers, question: number): boolean {
  return now.states[question] === 'value' && states[question] === 'value' && now.isSaid(question);
}

/** The earlier answers, with the later ones to what was answered in both waves. */
function withChanged(now: Translated, own: AllAnswers): AllAnswers {
  const values = own.values.map((value, i) => (isInBoth(now, own, i) ? now.values[i] : value));
  return { values, states: own.states };
}

/** The answers to some questions, as if nothing else had been asked. */
function only(some: readonly boolean[], { values }: AllAnswers): AllAnswers {
  return {
    values: some.map((is, i) => (is ? values[i] : undefined)),
    states: some.map((is) => (is ? 'value' : 'not_asked')),
  };
}

/** A plan in which what is taken out of a comparison counts as nothing, whatever a blank would count as. */
function withoutTheRest(plan: Plan): Plan {
  return {
    ...plan,
    terms: plan.terms.map((term) => ({ ...term, policies: { ...term.policies, not_asked: 'exclude' } })),
  };
}
