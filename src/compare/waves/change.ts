import type { Plan } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import type { KeptAnswers } from './kept-answers.js';
import { type Scoreable, scoreUnits } from './score-units.js';
import type { AnswersBefore } from './translate.js';

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
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  /** Under the earlier plan: the responses of the later wave with the answers of the earlier one where they have some. */
  readonly who: Unit | undefined;
  /** The same, with the later answers to what was answered in both waves. */
  readonly answers: Unit | undefined;
  /** The same, with all later answers. */
  readonly answered: Unit | undefined;
  /** Responses of both waves with what was answered in both, and nothing else, as it was and as it is. */
  readonly matched: { readonly before: Unit | undefined; readonly after: Unit | undefined };
}

/** How units stood in one wave and stand in another, under the unit's key; the later wave's units first. */
export type UnitChanges = ReadonlyMap<string, UnitChange>;

/**
 * Lays the way from one wave to a later one open in a fixed order (docs/waves.md): who answered, then which answers changed,
 * then what was newly or no longer answered, and the definition or rubric last. Each step is scored as a whole, so that
 * the differences between one step and the next add up to the change.
 */
export function unitChanges(before: Wave, after: Wave, asBefore: AnswersBefore): UnitChanges {
  const earlier = new Map(before.responses.map((kept) => [keptKey(kept), kept]));
  const steps: Record<'who' | 'answers' | 'answered', Scoreable[]> = { who: [], answers: [], answered: [] };
  const matched: Record<'before' | 'after', Scoreable[]> = { before: [], after: [] };
  for (const kept of after.responses) {
    const own = earlier.get(keptKey(kept));
    const now = asBefore.translate(kept, own);
    steps.answered.push(now);
    if (own === undefined) {
      steps.who.push(now);
      steps.answers.push(now);
      continue;
    }
    const inBoth = now.states.map(
      (state, i) => state === 'value' && own.states[i] === 'value' && now.isSaid(i),
    );
    const pick = (one: KeptAnswers, other: Scoreable): Scoreable => ({
      ...other,
      values: inBoth.map((both, i) => (both ? other.values[i] : one.values[i])),
      states: inBoth.map((both, i) => (both ? 'value' : (one.states[i] ?? 'unanswered'))),
    });
    steps.who.push({ ...now, values: own.values, states: own.states });
    steps.answers.push(pick(own, now));
    const only = ({ values }: Pick<Scoreable, 'values'>): Scoreable => ({
      ...now,
      values: inBoth.map((both, i) => (both ? values[i] : undefined)),
      states: inBoth.map((both) => (both ? 'value' : 'not_asked')),
    });
    matched.before.push(only(own));
    matched.after.push(only(now));
  }
  const plain = scoreUnits(before.plan);
  const bare = scoreUnits(withoutTheRest(before.plan));
  const units = {
    before: plain(before.responses),
    who: plain(steps.who),
    answers: plain(steps.answers),
    answered: asBefore.changesNothing ? undefined : plain(steps.answered),
    matchedBefore: bare(matched.before),
    matchedAfter: bare(matched.after),
    after: scoreUnits(after.plan)(after.responses),
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
