import type { PlanNode } from '../../rubric/plan.js';
import type { Comparison, Unit, Withheld } from '../comparison.js';
import { unitKey } from '../comparison.js';
import type { ExchangingUnit, Offer } from './offers.js';
import { saidOnce } from './same-words.js';

/** A unit at a node: where it stands, and where it wants to stand. */
export interface Standing {
  readonly unit: ExchangingUnit;
  readonly score: number;
  readonly target: number;
  readonly withheld: Withheld | undefined;
}

/** Who could learn from whom. One who finds nobody, and an offer that nobody takes up, stands alone. */
export interface Pair {
  readonly node: PlanNode;
  readonly learner: Standing | undefined;
  readonly offer: { readonly from: Standing; readonly practice: Offer } | undefined;
  readonly reason: PairReason;
}

/** Why the two stand side by side: of the same kind or not, and whether the one who offers stands higher, where that is told. */
export type PairReason =
  | {
      readonly kind: 'match';
      readonly sameKind: boolean | undefined;
      readonly standsHigher: boolean | undefined;
    }
  | { readonly kind: 'nobody-offers' }
  | { readonly kind: 'nobody-wants' };

/** Offers that one learner is pointed to at most. */
const mostOffers = 3;

/**
 * Brings those who want to rise together with those who offer a practice, within one level and wave, node by node: who wants
 * to rise furthest first. A learner is pointed to practices of its own kind of unit first, and among those to who stands
 * highest; nobody is pointed to itself. What a unit offers in the same words several times is one practice.
 */
export function exchangePairs(
  { plan, units: compared }: Comparison,
  offers: readonly Offer[],
  units: readonly ExchangingUnit[],
): readonly Pair[] {
  const cards = new Map(compared.map((unit) => [unitKey(unit), unit]));
  const groups = new Map<string, ExchangingUnit[]>();
  for (const unit of units) {
    const key = JSON.stringify([unit.place.level, unit.place.wave]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [unit]);
    else known.push(unit);
  }
  const nodes = plan.nodes.filter(({ kind }) => kind === 'dimension');
  return [...groups.values()].flatMap((members) => {
    return nodes.flatMap((node) =>
      pairsAt(
        node,
        members.map((unit) => standing(unit, node, cards.get(unitKey(unit.place)))),
        offers.filter((offer) => offer.node === node.id),
      ),
    );
  });
}

function standing(unit: ExchangingUnit, { slot }: PlanNode, found: Unit | undefined): Standing {
  const { scores, target, withheld } = found?.card ?? { scores: [], target: [] };
  return { unit, score: scores[slot] ?? Number.NaN, target: target[slot] ?? Number.NaN, withheld };
}

function pairsAt(
  node: PlanNode,
  standings: readonly Standing[],
  practices: readonly Offer[],
): readonly Pair[] {
  const byKey = new Map(standings.map((each) => [unitKey(each.unit.place), each]));
  const said = practices.flatMap((practice) => {
    const from = practice.places.flatMap((place) => byKey.get(unitKey(place)) ?? []);
    return from.map((each) => ({ from: each, practice }));
  });
  const offered = saidOnce(said, ({ unit }) => unitKey(unit.place));
  const learners = standings
    .filter(({ score, target }) => target > score)
    .toSorted((one, other) => other.target - other.score - (one.target - one.score));
  const taken = new Set<Offer>();
  const pairs = learners.flatMap((learner): Pair[] => {
    const others = offered
      .filter(({ from }) => from !== learner)
      .toSorted(
        (one, other) => preference(other.from, learner) - preference(one.from, learner) || higher(one, other),
      )
      .slice(0, mostOffers);
    for (const { practice } of others) taken.add(practice);
    if (others.length === 0) return [{ node, learner, offer: undefined, reason: { kind: 'nobody-offers' } }];
    return others.map((offer) => ({
      node,
      learner,
      offer,
      reason: {
        kind: 'match',
        sameKind: isSameKind(offer.from, learner),
        standsHigher: offer.from.withheld?.scores.has(node.slot)
          ? undefined
          : offer.from.score > learner.score,
      },
    }));
  });
  const left = offered.filter(({ practice }) => !taken.has(practice));
  return [
    ...pairs,
    ...left.map((offer): Pair => ({ node, learner: undefined, offer, reason: { kind: 'nobody-wants' } })),
  ];
}

/** Nothing where a kind is not known. */
function isSameKind({ unit: one }: Standing, { unit: other }: Standing): boolean | undefined {
  return one.kind === undefined || other.kind === undefined ? undefined : one.kind === other.kind;
}

function preference(from: Standing, learner: Standing): number {
  return isSameKind(from, learner) === true ? 1 : 0;
}

function higher(
  { from: one }: { readonly from: Standing },
  { from: other }: { readonly from: Standing },
): number {
  const score = (each: Standing) => (Number.isNaN(each.score) ? Number.NEGATIVE_INFINITY : each.score);
  return score(other) - score(one) || 0;
}
