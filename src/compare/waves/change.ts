import type { Plan } from '../../rubric/plan.js';
import type { KeptAnswers } from './kept-answers.js';
import { type Scoreable, type ScoredUnit, scoreUnits } from './score-units.js';
import type { AnswersBefore, Translated } from './translate.js';

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
 * the differences between one step and the next add up to the change.
 */
export function unitChanges(
  before: Wave,
  after: Wave,
  asBefore: AnswersBefore,
  levels: readonly string[],
): UnitChanges {
  const earlier = new Map(before.responses.map((kept) => [keptKey(kept), kept]));
  /** The later responses as a step has them, made anew for each step: all steps at once would be many times all answers. */
  function* as(step: (now: Translated, own: KeptAnswers | undefined) => Scoreable | undefined) {
    for (const kept of after.responses) {
      const own = earlier.get(keptKey(kept));
      const found = step(asBefore.translate(kept, own), own);
      if (found !== undefined) yield found;
    }
  }
  const plain = scoreUnits(before.plan, levels);
  const bare = scoreUnits(withoutTheRest(before.plan), levels);
  const units = {
    before: plain(before.responses),
    who: plain(as((now, own) => (own === undefined ? now : { ...now, ...answersOf(own) }))),
    answers: plain(as((now, own) => (own === undefined ? now : withChanged(now, own)))),
    answered: asBefore.changesNothing ? undefined : plain(as((now) => now)),
    matchedBefore: bare(as((now, own) => own && onlyInBoth(now, own, own))),
    matchedAfter: bare(as((now, own) => own && onlyInBoth(now, own, now))),
    after: scoreUnits(after.plan, levels)(after.responses),
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

function answersOf({ values, states }: KeptAnswers): Pick<Scoreable, 'values' | 'states'> {
  return { values, states };
}

function isInBoth(now: Translated, { states }: KeptAnswers, question: number): boolean {
  return now.states[question] === 'value' && states[question] === 'value' && now.isSaid(question);
}

/** The earlier answers, with the later ones to what was answered in both waves. */
function withChanged(now: Translated, own: KeptAnswers): Scoreable {
  const values = own.values.map((value, i) => (isInBoth(now, own, i) ? now.values[i] : value));
  return { ...now, values, states: own.states };
}

/** Of the one or the other answers, those to what was answered in both waves. */
function onlyInBoth(now: Translated, own: KeptAnswers, { values }: Pick<Scoreable, 'values'>): Scoreable {
  const both = own.states.map((_, i) => isInBoth(now, own, i));
  return {
    ...now,
    values: both.map((is, i) => (is ? values[i] : undefined)),
    states: both.map((is) => (is ? 'value' : 'not_asked')),
  };
}

/** A plan in which what is taken out of a comparison counts as nothing, whatever a blank would count as. */
function withoutTheRest(plan: Plan): Plan {
  return {
    ...plan,
    terms: plan.terms.map((term) => ({ ...term, policies: { ...term.policies, not_asked: 'exclude' } })),
  };
}

/** The same response is one of the same id in the same unit. */
export function keptKey({ path, response }: KeptAnswers): string {
  return JSON.stringify([path, response.id]);
}
