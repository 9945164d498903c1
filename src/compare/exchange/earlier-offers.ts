import { unitKey, unitName } from '../comparison.js';
import type { MayShow } from '../small-groups.js';
import type { UnitPlace } from '../unit-places.js';
import type { ExchangingUnit, Offer } from './offers.js';
import { sayTheSame } from './same-words.js';

/** A table of exchange that was given out before: of units of which levels it told, and who offered what. */
export interface EarlierExchange {
  readonly levels: readonly string[];
  readonly told: readonly EarlierOffer[];
  /** Whether it was made with others in mind: then what it does not tell may have been left out for their sake. */
  readonly hadEarlier: boolean;
}

export interface EarlierOffer {
  /** The id of a dimension. */
  readonly node: string;
  /** The name of the unit. */
  readonly from: string;
  /** Nothing where the table did not say what. */
  readonly what: string | undefined;
  /** Empty where the table did not say which. */
  readonly wave: string;
}

/** What a small unit offers, though nobody may be told. */
export interface RevealedOffer {
  readonly unit: UnitPlace;
  readonly node: string;
}

/** Offers, with those marked that earlier tables and new ones would tell to be a small unit's; and those that they tell already. */
export interface OffersBesideEarlier {
  readonly offers: readonly Offer[];
  readonly revealed: readonly RevealedOffer[];
}

/**
 * What a whole offered then and not any part that is told of, a small part does. So of a whole of which a table told before, and
 * in which there are small units that are few even together, nothing is told again, nor of what lies in it or around it. `units` are those
 * of all levels that either table tells of. Nor is an offer told that none told of before, of a unit of which nothing new is told otherwise: it
 * is of one who came since.
 */
export function offersBesideEarlier(
  offers: readonly Offer[],
  units: readonly ExchangingUnit[],
  earlier: readonly EarlierExchange[],
  mayShow: MayShow,
  isClosed: (place: UnitPlace) => boolean,
): OffersBesideEarlier {
  const few = units.filter(({ people }) => !mayShow(people));
  if (earlier.length === 0) return { offers, revealed: [] };
  const isOfLate = (offer: Offer) =>
    offer.places.some(
      (place) => isClosed(place) && earlier.some(({ levels }) => levels.includes(place.level)),
    ) && !offer.places.some((place) => earlier.some((table) => tellsOffer(table, place, offer)));
  const fewIn = (whole: UnitPlace, level: string): boolean => {
    const inside = few.filter(({ place }) => place.level === level && isInside(place, whole));
    return inside.length > 0 && !mayShow(inside.reduce((sum, { people }) => sum + people, 0));
  };
  const levels = new Set(few.map(({ place }) => place.level));
  const kept = new Set(
    units
      .filter(({ place }) => earlier.some((table) => toldOf(table, place).length > 0))
      .filter(({ place }) => [...levels].some((level) => fewIn(place, level)))
      .map(({ place }) => unitKey(place)),
  );
  return {
    offers: offers.map((offer) =>
      isOfLate(offer) || offer.places.some((place) => kept.has(unitKey(place)))
        ? { ...offer, isKept: true }
        : offer,
    ),
    revealed: few.flatMap(({ place }) =>
      offers
        .filter((offer) => offer.places.some((each) => unitKey(each) === unitKey(place)))
        .filter((offer) => isRevealed(offer, place, earlier, (whole) => fewIn(whole, place.level)))
        .map(({ node }): RevealedOffer => ({ unit: place, node })),
    ),
  };
}

/** Whether tables told a small unit's offer: outright, or as one of a whole and of none of those in it that were told of. */
function isRevealed(
  offer: Offer,
  small: UnitPlace,
  earlier: readonly EarlierExchange[],
  areFewIn: (whole: UnitPlace) => boolean,
): boolean {
  const tells = (table: EarlierExchange, place: UnitPlace) =>
    toldOf(table, place).some(
      ({ node, what }) => node === offer.node && sayTheSame(what ?? offer.what, offer.what),
    );
  if (earlier.some((table) => tells(table, small))) return true;
  return offer.places.some((whole) => {
    if (!isInside(small, whole) || !areFewIn(whole)) return false;
    if (!earlier.some((table) => tells(table, whole))) return false;
    return earlier.some((table) => {
      if (!table.levels.includes(small.level)) return false;
      const inside = table.told.filter(({ from }) => from.startsWith(`${unitName(whole)} › `));
      const isSilent = table.hadEarlier && inside.length === 0;
      const isNamed = offer.places.some((place) => isInside(place, whole) && tells(table, place));
      return !isSilent && !isNamed;
    });
  });
}

function tellsOffer(table: EarlierExchange, place: UnitPlace, offer: Pick<Offer, 'node' | 'what'>): boolean {
  return toldOf(table, place).some(
    ({ node, what }) => node === offer.node && (what ?? offer.what) === offer.what,
  );
}

function toldOf({ levels, told }: EarlierExchange, place: UnitPlace): readonly EarlierOffer[] {
  if (!levels.includes(place.level)) return [];
  const name = unitName(place);
  return told.filter(({ from, wave }) => from === name && (wave === '' || wave === place.wave));
}

/** Whether a unit lies in another, and is not it. */
function isInside(place: UnitPlace, whole: UnitPlace): boolean {
  if (place.wave !== whole.wave || whole.response !== undefined) return false;
  const isDeeper = place.response !== undefined || place.path.length > whole.path.length;
  return isDeeper && whole.path.every((name, at) => place.path[at] === name);
}
