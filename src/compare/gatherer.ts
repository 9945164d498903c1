import type { Questionnaire } from '../questionnaire/questionnaire.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import type { Plan } from '../rubric/plan.js';
import type { Scorecard } from '../rubric/score.js';
import { type RatingCounter, ratingCounter, type UnitRatings } from './agreement/ratings.js';
import { ambitionCounter, type UnitAmbition } from './ambition/ambition.js';
import { barrierCounter, type UnitBarriers } from './barriers/barriers.js';
import { collector } from './collect.js';
import type { Comparison } from './comparison.js';
import { type ExchangingUnit, type Offer, offerCollector } from './exchange/offers.js';
import type { Grouping } from './grouping/group.js';
import { levelsOf } from './grouping/key.js';
import { type RowPlaces, rowPlaces } from './grouping/row-places.js';
import type { ExpectedUnits } from './roll-up/expected-units.js';
import { countPeople } from './small-groups.js';
import { answerKeeper, type KeptAnswers, type Successor } from './waves/kept-answers.js';

/** What is gathered besides scores, where a table is made of it. */
export const gatherings = ['answers', 'ratings', 'targets', 'barriers', 'offers'] as const;
export type Gathering = (typeof gatherings)[number];

export interface GatherOptions {
  /** What rows stand for, and whether one is of all units. */
  readonly grouping: Pick<Grouping, 'keys' | 'total'>;
  readonly needs: ReadonlySet<Gathering>;
  readonly expected: ExpectedUnits;
  readonly roles: string | undefined;
  readonly kindOf: (response: Response) => string | undefined;
  readonly successor: Successor;
  /** Further levels of units, of which tables of exchange told that were given out before. */
  readonly levelsBefore: readonly string[];
  /** What rows stood for in tables that were given out before, by what these are made of. */
  readonly before: Readonly<Record<GatheredBefore, readonly Pick<Grouping, 'keys' | 'total'>[]>>;
}

/** What is gathered of the rows of tables given out before, too. */
export type GatheredBefore = Extract<Gathering, 'ratings' | 'targets' | 'barriers'>;

/** All that was gathered of responses to one questionnaire; what was not asked for is empty. */
export interface Gathered {
  /** One for each plan. */
  readonly comparisons: readonly Comparison[];
  readonly answers: ReadonlyMap<string, readonly KeptAnswers[]>;
  readonly ratings: readonly UnitRatings[];
  readonly ambition: readonly UnitAmbition[];
  readonly barriers: readonly UnitBarriers[];
  /** The same of the rows of each table given out before. */
  readonly ratingsBefore: readonly (readonly UnitRatings[])[];
  readonly ambitionBefore: readonly (readonly UnitAmbition[])[];
  readonly barriersBefore: readonly (readonly UnitBarriers[])[];
  readonly offers: readonly Offer[];
  readonly exchanging: readonly ExchangingUnit[];
  /** The same of further levels, of which tables given out before told. */
  readonly exchangingBefore: readonly ExchangingUnit[];
}

/** Gathers what tables are made of, while responses pass by: what only some need is gathered only for them. */
export interface Gatherer {
  readonly add: (response: Response, resolved: Resolved, cards: readonly Scorecard[]) => void;
  readonly finish: () => Gathered;
}

/** Targets and barriers are looked at by the first of the plans. */
export function gatherer(
  questionnaire: Questionnaire,
  plans: readonly Plan[],
  options: GatherOptions,
): Gatherer {
  const { grouping, needs, expected, roles, kindOf, successor, levelsBefore, before } = options;
  const { keys } = grouping;
  const levels = levelsOf(keys);
  const [first] = plans;
  const people = countPeople(questionnaire.privacy);
  const collectors = plans.map((plan) => collector(plan, expected));
  const when = <T>(need: Gathering, make: () => T): T | undefined => (needs.has(need) ? make() : undefined);
  const byFirst = <T>(need: Gathering, make: (plan: Plan) => T): T | undefined =>
    first === undefined ? undefined : when(need, () => make(first));
  const keysOf = (what: GatheredBefore) => [...keys, ...before[what].flatMap((then) => then.keys)];
  const answers = when('answers', () => answerKeeper(questionnaire, successor, people));
  const ratings: RatingCounter | undefined = when('ratings', () =>
    ratingCounter(questionnaire, { keys: keysOf('ratings'), roles, people }),
  );
  const ambition = byFirst('targets', (plan) => ambitionCounter(plan, keysOf('targets'), people));
  const barriers = byFirst('barriers', (plan) => barrierCounter(plan, keysOf('barriers'), people));
  const offers = when('offers', () =>
    offerCollector(questionnaire, [...new Set([...levels, ...levelsBefore])], people, kindOf),
  );
  return {
    add: (response, resolved, cards) => {
      for (let i = 0; i < collectors.length; i += 1) {
        const card = cards[i];
        if (card !== undefined) collectors[i]?.add(response, card, resolved.states);
      }
      answers?.add(response, resolved);
      ratings?.add(response, resolved);
      ambition?.add(response, resolved);
      barriers?.add(response);
      offers?.add(response);
    },
    finish: () => {
      const exchange = offers?.finish();
      const comparisons = collectors.map(({ finish }) => finish());
      const leaves = comparisons[0]?.leaves ?? [];
      const places = rowPlaces(grouping, leaves);
      const then = <T>(
        what: GatheredBefore,
        counter: { readonly finish: (places: RowPlaces) => readonly T[] } | undefined,
      ) => before[what].map((each) => counter?.finish(rowPlaces(each, leaves)) ?? []);
      return {
        comparisons,
        answers: answers?.byWave ?? new Map(),
        ratings: ratings?.finish(places) ?? [],
        ambition: ambition?.finish(places) ?? [],
        barriers: barriers?.finish(places) ?? [],
        ratingsBefore: then('ratings', ratings),
        ambitionBefore: then('targets', ambition),
        barriersBefore: then('barriers', barriers),
        offers: exchange?.offers ?? [],
        exchanging: (exchange?.units ?? []).filter(({ place }) => levels.includes(place.level)),
        exchangingBefore: (exchange?.units ?? []).filter(({ place }) => !levels.includes(place.level)),
      };
    },
  };
}
