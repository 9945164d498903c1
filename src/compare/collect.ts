import { unitFields } from '../questionnaire/questionnaire.js';
import type { AnswerState } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import type { Plan } from '../rubric/plan.js';
import type { Scorecard, Status } from '../rubric/score.js';
import { type Comparison, noUnit, type Unit } from './comparison.js';
import { joined } from './joined.js';
import { type Branch, branchBelow, emptyBranch } from './roll-up/branch.js';
import { countExpected, type ExpectedUnits } from './roll-up/expected-units.js';
import { rollUpBranch } from './roll-up/roll-up-branch.js';
import { scoredUnanswered } from './scored-unanswered.js';
import { type CountPeople, countPeople } from './small-groups.js';

/** Gathers responses one by one, and compares their units in the end. */
export interface Collector {
  /** Who answers nothing of what a score is made of, by `states`, is not among the people behind it. */
  readonly add: (response: Answering, card: Scorecard, states?: readonly AnswerState[]) => void;
  readonly finish: () => Comparison;
}

/** What is looked at of a response besides its scores. */
export type Answering = Pick<Response, 'id' | 'wave' | 'mode' | 'profile' | 'official' | 'participants'>;

/**
 * Collects the scorecards of a plan. The cards are copied, since a scorer uses its own again. Units that are expected
 * count among the children of theirs, whether they are there or not.
 */
export function collector(plan: Plan, expected: ExpectedUnits = []): Collector {
  const fields = unitFields(plan.questionnaire).map((field) => field.id);
  const waves = new Map<string, Branch>();
  const usual = usualFigures(plan);
  const unanswered = scoredUnanswered(plan);
  return {
    add: (response, card, states) => {
      const wave = response.wave ?? '';
      let branch = waves.get(wave);
      if (branch === undefined) {
        branch = emptyBranch();
        waves.set(wave, branch);
      }
      for (const field of fields) branch = branchBelow(branch, String(response.profile[field] ?? noUnit));
      branch.leaves.push({
        unit: responseUnit(
          response,
          branch.path,
          wave,
          card,
          states === undefined ? nowhere : unanswered(card.scores, states),
          usual,
        ),
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
        units: joined(rolledUp.map(({ units }) => units)),
        waves: [...waves.keys()],
        leaves: joined(rolledUp.map(({ below }) => below.leaves)),
        passedOver: counts.passedOver,
        withoutWeight: [...counts.withoutWeight],
      };
    },
  };
}

/** What is the same for most responses, and kept once for all of them: they are many, and each must be kept to the end. */
interface UsualFigures {
  readonly people: CountPeople;
  /** A NaN for every slot. */
  readonly blank: readonly number[];
  readonly counts: readonly number[];
  readonly status: readonly Status[];
}

function usualFigures({ figureSlots: slots, questionnaire }: Plan): UsualFigures {
  return {
    people: countPeople(questionnaire.privacy),
    blank: new Array<number>(slots).fill(Number.NaN),
    counts: new Array<number>(slots).fill(1),
    status: new Array<Status>(slots).fill('scored'),
  };
}

function responseUnit(
  response: Answering,
  path: readonly string[],
  wave: string,
  card: Scorecard,
  unanswered: ReadonlySet<number>,
  usual: UsualFigures,
): Unit {
  const { blank } = usual;
  const people = usual.people(response);
  const scores = kept(card.scores, blank);
  const counts = scores.some(Number.isNaN)
    ? scores.map((score) => (Number.isNaN(score) ? 0 : 1))
    : usual.counts;
  return {
    level: 'response',
    path,
    response: response.id,
    wave,
    card: {
      scores,
      ungated: card.ungated === card.scores ? scores : kept(card.ungated, blank),
      low: kept(card.low, blank),
      high: kept(card.high, blank),
      coverage: kept(card.coverage, blank),
      target: kept(card.target, blank),
      status: isUsual(card.status, usual.status) ? usual.status : card.status.slice(0, blank.length),
      fired: card.fired.length === 0 ? none : card.fired,
      responses: counts,
      returned: counts,
      people:
        people === 1 && unanswered.size === 0
          ? counts
          : counts.map((count, slot) => (unanswered.has(slot) ? 0 : count * people)),
      expected: 1,
    },
    children: none,
    weights: none,
    minChildren: 1,
    size: 1,
    people,
    problems: card.problems.length === 0 ? none : card.problems,
  };
}

const none: readonly never[] = [];
const nowhere: ReadonlySet<number> = new Set();

/**
 * A plain array of what will be read, the same one wherever there is nothing: a typed array costs more than its figures, and an
 * array that grows takes more than it holds, which a copy of one of that size does not.
 */
function kept(figures: Float64Array, blank: readonly number[]): readonly number[] {
  if (!hasAny(figures, blank.length)) return blank;
  const plain = blank.slice();
  for (let slot = 0; slot < plain.length; slot += 1) plain[slot] = figures[slot] ?? Number.NaN;
  return plain;
}

function isUsual(status: readonly Status[], usual: readonly Status[]): boolean {
  for (let slot = 0; slot < usual.length; slot += 1) if (status[slot] !== usual[slot]) return false;
  return true;
}

function hasAny(figures: Float64Array, slots: number): boolean {
  for (let slot = 0; slot < slots; slot += 1) if (!Number.isNaN(figures[slot])) return true;
  return false;
}
