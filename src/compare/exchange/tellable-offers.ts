import { unitKey } from '../comparison.js';
import type { MayShow } from '../small-groups.js';
import type { UnitPlace } from '../unit-places.js';
import type { ExchangingUnit, Offer } from './offers.js';

/** Offers that may be told of, and of the rest what may be said. */
export interface TellableOffers {
  readonly told: readonly Offer[];
  readonly leftOut: LeftOut;
}

/** Of how many offers nothing is told. Of few people not even that, unless there is nobody of whom anything is kept. */
export type LeftOut =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'some'; readonly offers: number }
  | { readonly kind: 'not-told' };

/**
 * Leaves out offers of small units. Such an offer is told of no unit around it either: what a whole offers, and not all parts
 * but one, the last does. `units` are those of all levels that this table or one given out before tells of.
 */
export function tellableOffers(
  offers: readonly Offer[],
  units: readonly ExchangingUnit[],
  mayShow: MayShow,
): TellableOffers {
  const few = units.filter(({ people }) => !mayShow(people));
  const isAnyKept = offers.some(({ isKept }) => isKept === true);
  if (few.length === 0 && !isAnyKept) return { told: offers, leftOut: { kind: 'nobody' } };
  const keys = new Set(few.map(({ place }) => unitKey(place)));
  const isOfFew = ({ places }: Offer) => places.some((place) => keys.has(unitKey(place)));
  const told = offers.filter((offer) => offer.isKept !== true && !isOfFew(offer));
  if (few.length === 0) return { told, leftOut: { kind: 'not-told' } };
  const isEnough = [...peopleByWave(few).values()].every(mayShow);
  return {
    told,
    leftOut: isEnough ? { kind: 'some', offers: offers.length - told.length } : { kind: 'not-told' },
  };
}

/** How many stand behind small units of each wave, who stand in several of them once. */
function peopleByWave(few: readonly ExchangingUnit[]): ReadonlyMap<string, number> {
  const innermost = Math.max(...few.map(({ place }) => depthOf(place)));
  const found = new Map<string, number>();
  for (const { place, people } of few) {
    const own = depthOf(place) === innermost ? people : 0;
    found.set(place.wave, (found.get(place.wave) ?? 0) + own);
  }
  return found;
}

function depthOf({ path, response }: UnitPlace): number {
  return path.length + (response === undefined ? 0 : 1);
}
