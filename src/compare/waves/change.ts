import type { Plan } from '../../rubric/plan.js';
import { plainScorer, type Scorecard } from '../../rubric/score.js';
import { everyUnit } from '../comparison.js';
import { grouped } from '../grouped.js';
import type { Grouping } from '../grouping/group.js';
import type { AllAnswers } from './answer-store.js';
import type { KeptAnswers } from './kept-answers.js';
import type { Pair } from './pairs.js';
import type { StandingsKeeper } from './standings.js';
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
  /** What rows stand for in it. */
  readonly grouping: Grouping;
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

/**
 * Lays the way from one wave to a later one open in a fixed order (docs/waves.md): who answered, then which answers changed,
 * then what was newly or no longer answered, and the definition or rubric last. Each step is scored as a whole, so that
 * the differences between one step and the next add up to the change. `pairs` are those of the two waves. `standings` is told
 * whose scores these are. The later wave's units come first, and all there is last.
 */
export function unitChanges(
  before: Wave,
  after: Wave,
  pairs: readonly Pair[],
  asBefore: AnswersBefore,
  standings: StandingsKeeper,
): readonly UnitChange[] {
  const stayed = new Set(pairs.flatMap(({ own }) => own ?? []));
  const add = adder(before.plan, after.plan, stayed, asBefore, standings);
  const pieceOf = areApart(after.grouping) ? outermost : () => '';
  const earlier = grouped(before.responses, pieceOf);
  const later = grouped(pairs, (pair) => pieceOf(pair.later));
  const found = new Map<string, UnitsByWave>();
  // An outermost unit at a time: of all responses at once the scores after each step would be much to keep.
  for (const name of new Set([...later.keys(), ...earlier.keys()])) {
    const steps = emptySteps(before, after, asBefore);
    for (const response of earlier.get(name) ?? []) add.earlier(steps, response);
    for (const pair of later.get(name) ?? []) add.later(steps, pair);
    found.set(name, finished(steps));
  }
  const changes = [
    ...[...later.keys()].flatMap((name) => found.get(name)?.later ?? []),
    ...[...earlier.keys()].flatMap((name) => found.get(name)?.earlier ?? []),
  ];
  return changes.toSorted((one, other) => isOfAll(one) - isOfAll(other));
}

/** Whether no row is of several outermost units. */
function areApart({ keys, total }: Grouping): boolean {
  return !total && keys.every(({ kind }) => kind !== 'attribute');
}

function isOfAll({ before, after }: UnitChange): 0 | 1 {
  return (after ?? before)?.level === everyUnit ? 1 : 0;
}

function outermost({ path: [name = ''] }: KeptAnswers): string {
  return name;
}

/** The units after each step, while responses are added to them. */
type Steps = ReturnType<typeof emptySteps>;

function emptySteps(before: Wave, after: Wave, { changesNothing }: AnswersBefore) {
  // Where the later wave's responses stand does not change from step to step.
  const early = () => unitScores(before.plan, after.grouping);
  return {
    before: unitScores(before.plan, before.grouping),
    who: early(),
    answers: early(),
    answered: changesNothing ? undefined : early(),
    matchedBefore: early(),
    matchedAfter: early(),
    after: unitScores(after.plan, after.grouping),
  };
}

/** Units of the later wave, and those that only the earlier one has. */
interface UnitsByWave {
  readonly later: readonly UnitChange[];
  readonly earlier: readonly UnitChange[];
}

function finished(steps: Steps): UnitsByWave {
  const [before, who, answers] = [steps.before.finish(), steps.who.finish(), steps.answers.finish()];
  const [matchedBefore, matchedAfter] = [steps.matchedBefore.finish(), steps.matchedAfter.finish()];
  const after = steps.after.finish();
  const answered = steps.answered?.finish() ?? after;
  const change = (key: string): UnitChange => ({
    before: before.get(key),
    after: after.get(key),
    who: who.get(key),
    answers: answers.get(key),
    answered: answered.get(key),
    matched: { before: matchedBefore.get(key), after: matchedAfter.get(key) },
  });
  return {
    later: [...after.keys()].map(change),
    earlier: [...before.keys()].filter((key) => !after.has(key)).map(change),
  };
}

/** Scores responses of either wave step by step, and adds them to the units; `stayed` are those of the earlier wave that are in both. */
function adder(
  before: Plan,
  after: Plan,
  stayed: ReadonlySet<KeptAnswers>,
  asBefore: AnswersBefore,
  standings: StandingsKeeper,
) {
  // A card lasts until the next is scored.
  const scores = {
    before: scoreBy(before),
    inBoth: scoreBy(withoutTheRest(before)),
    after: scoreBy(after),
  };
  return {
    earlier: (steps: Steps, earlier: KeptAnswers): void => {
      const { response, answers } = earlier;
      const card = scores.before(response, answers());
      steps.before.add(response, card);
      if (stayed.has(earlier)) return;
      standings.begin({ earlier, later: undefined });
      standings.scored('before', card.scores);
    },
    later: (steps: Steps, { later, own: earlier }: Pair): void => {
      const { response } = later;
      standings.begin({ earlier, later });
      const answers = later.answers();
      const own = earlier?.answers();
      const now = asBefore.translate(answers, own);
      const card = scores.before(response, now);
      steps.answered?.add(response, card);
      standings.scored('answered', card.scores);
      if (own === undefined) {
        steps.who.add(response, card);
        steps.answers.add(response, card);
        standings.scored('who', card.scores);
      } else {
        const asItWas = scores.before(response, own);
        steps.who.add(response, asItWas);
        standings.scored('before', asItWas.scores);
        standings.scored('who', asItWas.scores);
        steps.answers.add(response, scores.before(response, withChanged(now, own)));
        const both = own.states.map((_, i) => isInBoth(now, own, i));
        standings.said(now, own, both);
        const matched = scores.inBoth(response, only(both, own));
        steps.matchedBefore.add(response, matched);
        standings.scored('matched', matched.scores);
        steps.matchedAfter.add(response, scores.inBoth(response, only(both, now)));
      }
      const last = scores.after(response, answers);
      steps.after.add(response, last);
      standings.scored('after', last.scores);
    },
  };
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
