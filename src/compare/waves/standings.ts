import type { NonAnswer } from '../../questionnaire/questionnaire.js';
import { questionsBehind } from '../../rubric/influence/questions-behind.js';
import type { AnswerState, Plan, Policies } from '../../rubric/plan.js';
import type { AllAnswers } from './answer-store.js';
import type { KeptAnswers } from './kept-answers.js';
import type { NodePair } from './node-changes.js';
import type { Pair } from './pairs.js';
import { speakers } from './speakers.js';

/**
 * Where a response counts for a figure on the way from one wave to the next, as bits: it has a score after that step, or of what was
 * answered in both waves; some of what the figure is made of was newly or no longer answered (`anew`); something else than what was
 * answered in both waves counts in the earlier score, so that this weighs less there than in the matched change (`partly`).
 */
export const countsIn = {
  before: 1,
  who: 2,
  answered: 4,
  after: 8,
  matched: 16,
  anew: 32,
  partly: 64,
} as const;

export type Scoring = Exclude<keyof typeof countsIn, 'anew' | 'partly'>;

/** A response in one wave, or in both. */
export interface InWaves {
  readonly earlier: KeptAnswers | undefined;
  readonly later: KeptAnswers | undefined;
}

/** For which figures which responses count, and where. */
export interface Standings {
  readonly responses: readonly InWaves[];
  /** For each response as many bytes as the earlier plan has slots of figures. */
  readonly bits: Uint8Array;
  readonly slots: number;
}

/** Is told what is scored, one response after another. */
export interface StandingsKeeper {
  readonly begin: (response: InWaves) => void;
  /** Of the response begun last: its scores after a step, NaN for none. */
  readonly scored: (scoring: Scoring, scores: ArrayLike<number>) => void;
  /** Of the same, what it says in each wave, both in the earlier wave's words, and which questions it answers in both. */
  readonly said: (now: AllAnswers, own: AllAnswers, both: readonly boolean[]) => void;
  readonly finish: () => Standings;
}

/** The responses of a wave, and the plan that they are scored by. */
interface Side {
  readonly plan: Plan;
  readonly responses: readonly KeptAnswers[];
}

/** Of figures by their slots in the earlier plan; `pairs` are those of the two waves. */
export function standingsKeeper(
  before: Side,
  after: Side,
  pairs: readonly Pair[],
  nodes: readonly NodePair[],
): StandingsKeeper {
  const slots = before.plan.figureSlots;
  const stayed = pairs.flatMap((pair) => (pair.own === undefined ? [] : pair.later));
  const bits = new Uint8Array((before.responses.length - stayed.length + pairs.length) * slots);
  const responses: InWaves[] = [];
  const same = Array.from({ length: slots }, (_, slot) => slot);
  const slotAfter = new Map(nodes.map((node) => [node.before, node.after]));
  const later = same.map((slot) => slotAfter.get(slot) ?? -1);
  const bySecond = speakers(after.responses, before.plan);
  const speaks: Readonly<Record<Scoring, (response: InWaves) => boolean>> = {
    before: earlierBy(speakers(before.responses, before.plan)),
    who: laterBy(bySecond),
    answered: laterBy(bySecond),
    after: laterBy(speakers(after.responses, after.plan)),
    matched: laterBy(speakers(stayed, before.plan)),
  };
  const uses = usesOf(before.plan);
  let from = -slots;
  return {
    begin: (response) => {
      responses.push(response);
      from += slots;
    },
    scored: (scoring, scores) => {
      const response = responses.at(-1);
      if (response === undefined || !speaks[scoring](response)) return;
      const bit = countsIn[scoring];
      const own = scoring === 'after' ? later : same;
      for (let slot = 0; slot < slots; slot += 1) {
        const score = scores[own[slot] ?? -1] ?? Number.NaN;
        if (!Number.isNaN(score)) bits[from + slot] = (bits[from + slot] ?? 0) | bit;
      }
    },
    said: (now, own, both) => {
      for (let i = 0; i < both.length; i += 1) {
        const [is = 'unanswered', was = 'unanswered'] = [now.states[i], own.states[i]];
        if (both[i] === true) continue;
        for (const { policies, figures } of uses[i] ?? []) {
          const counted = countsAs(was, policies);
          const marks =
            (countsAs(is, policies) === counted ? 0 : countsIn.anew) |
            (counted === 'exclude' ? 0 : countsIn.partly);
          for (const slot of figures) bits[from + slot] = (bits[from + slot] ?? 0) | marks;
        }
      }
    },
    finish: () => ({ responses, bits, slots }),
  };
}

function earlierBy(isOne: (response: KeptAnswers) => boolean): (response: InWaves) => boolean {
  return ({ earlier }) => earlier !== undefined && isOne(earlier);
}

function laterBy(isOne: (response: KeptAnswers) => boolean): (response: InWaves) => boolean {
  return ({ later }) => later !== undefined && isOne(later);
}

/** What an answer or the lack of one counts as in a score. */
function countsAs(state: AnswerState, policies: Policies | undefined): 'value' | Policies[NonAnswer] {
  if (state === 'value') return state;
  return policies === undefined ? 'exclude' : policies[state];
}

/** A question under some policies, and the figures that are made of it. */
interface Use {
  readonly policies: Policies | undefined;
  readonly figures: readonly number[];
}

/** By `Question.index`. */
function usesOf(plan: Plan): readonly (readonly Use[])[] {
  const { questionnaire, nodes, indices, terms, presences } = plan;
  const bySlot = new Map<number, number[]>();
  for (const { slot, coverage } of nodes) {
    for (const [i, below] of coverage.slots.entries()) {
      if (coverage.shares[i] === 0) continue;
      const known = bySlot.get(below);
      if (known === undefined) bySlot.set(below, [slot]);
      else known.push(slot);
    }
  }
  const uses = questionnaire.questions.map((): Use[] => []);
  for (const { slot, question, policies } of terms) {
    uses[question.index]?.push({ policies, figures: bySlot.get(slot) ?? [] });
  }
  for (const { slot, question } of presences) {
    uses[question.index]?.push({ policies: undefined, figures: bySlot.get(slot) ?? [] });
  }
  for (const index of indices) {
    for (const question of questionsBehind(plan, index)) {
      uses[question.index]?.push({ policies: undefined, figures: [index.slot] });
    }
  }
  return uses;
}
