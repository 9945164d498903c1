import type { Dimension, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { CountPeople } from '../small-groups.js';
import { byUnit, type UnitPlace, unitsOfResponse } from '../unit-places.js';

/** A practice that somebody lets others know of. */
export interface Offer {
  /** The units that it is offered in: one of each level. */
  readonly places: readonly UnitPlace[];
  /** The dimension that its question stands in. */
  readonly node: string;
  readonly question: Question;
  readonly what: string;
  /** The role to ask. */
  readonly contact: string | undefined;
  /** Whether it must not be told, since tables given out before would tell with it what a small unit offers. */
  readonly isKept?: boolean;
}

/** A unit's own kind, such as an inner or an outer authority, and how many speak for it. */
export interface ExchangingUnit {
  readonly place: UnitPlace;
  readonly kind: string | undefined;
  readonly people: number;
}

/** Gathers practices that may be shared, while responses pass by. */
export interface OfferCollector {
  readonly add: (response: Response) => void;
  readonly finish: () => { readonly offers: readonly Offer[]; readonly units: readonly ExchangingUnit[] };
}

interface Draft {
  readonly place: UnitPlace;
  kind: string | undefined;
  people: number;
}

/** `kindOf` says what kind of unit answers; of a unit, the first that is said holds. */
export function offerCollector(
  questionnaire: Questionnaire,
  levels: readonly string[],
  people: CountPeople,
  kindOf: (response: Response) => string | undefined,
): OfferCollector {
  const dimensionOf = new Map<number, string>();
  const visit = (dimension: Dimension): void => {
    for (const { index } of dimension.questions) dimensionOf.set(index, dimension.id);
    for (const inner of dimension.dimensions) visit(inner);
  };
  for (const dimension of questionnaire.dimensions) visit(dimension);
  const asked = questionnaire.questions.filter(({ ask }) => ask.includes('best_practice'));
  const placesOf = unitsOfResponse(questionnaire, levels);
  const units = byUnit((place): Draft => ({ place, kind: undefined, people: 0 }));
  const offers: Offer[] = [];
  return {
    add: (response) => {
      const places = placesOf(response);
      for (const place of places) {
        const unit = units.of(place);
        unit.kind ??= kindOf(response);
        unit.people += people(response);
      }
      for (const question of asked) {
        const { best_practice: what, share, contact } = response.answers[question.id] ?? {};
        if (what === undefined || share !== 'yes') continue;
        const node = dimensionOf.get(question.index) ?? '';
        offers.push({ places, node, question, what, contact });
      }
    },
    finish: () => ({ offers, units: [...units.all()] }),
  };
}
