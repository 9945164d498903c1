import type { Unit } from '../../../compare/comparison.js';
import { bandOf } from '../../../rubric/bands.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import {
  areAlike,
  dimensionsOf,
  figureText,
  largest,
  overallOf,
  printed,
  quantileOf,
  rounded,
} from '../figures/figures.js';
import { title, type Words, words } from '../model/words.js';
import type { UnitWords } from '../source/unit-words.js';

/**
 * `Data governance lags in 9 of 12 authorities`: of units with scores of two outermost dimensions or more, more than half have
 * this one alone as their lowest, as scores are printed. Nothing where dimensions have different possible ranges, or where there
 * is but one unit.
 */
export function lagging(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
  const dimensions = dimensionsOf(plan);
  if (!areAlike(dimensions)) return undefined;
  const compared = units.flatMap((unit) => {
    const scored = scoredOf(unit, dimensions, plan);
    return scored.length > 1 ? [scored] : [];
  });
  if (compared.length < 2) return undefined;
  const lowest = compared.flatMap((scored) => {
    const least = scored.reduce((low, { score }) => Math.min(low, score), Number.POSITIVE_INFINITY);
    const at = scored.filter(({ score }) => score === least);
    return at.length === 1 ? at : [];
  });
  for (const { id, title: name } of dimensions) {
    const times = lowest.filter(({ dimension }) => dimension.id === id).length;
    if (times * 2 > compared.length) {
      return words`${title(name)} lags in ${times} of ${called.count(compared.length)}`;
    }
  }
  return undefined;
}

function scoredOf(unit: Unit, dimensions: readonly PlanNode[], plan: Plan) {
  return dimensions.flatMap((dimension) => {
    const score = printed(unit, dimension, plan);
    return Number.isNaN(score) ? [] : [{ dimension, score }];
  });
}

/**
 * `6 of 12 authorities are at “Established” overall, 3 below and 3 above`: of those with an overall score, most are in this band;
 * nothing where several bands hold as many, or there is but one unit.
 */
export function mostIn(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
  const overall = overallOf(plan);
  if (overall === undefined) return undefined;
  const scores = units.map(({ card }) => card.scores[overall.slot] ?? Number.NaN);
  const scored = scores.filter((score) => !Number.isNaN(score));
  if (scored.length < 2) return undefined;
  const places = scored.map((score) => {
    const band = bandOf(score, overall.bands);
    return band === undefined ? -1 : overall.bands.indexOf(band);
  });
  const times = (is: (place: number) => boolean) => places.filter(is).length;
  const bands = overall.bands.map((band, place) => ({ band, place, times: times((each) => each === place) }));
  const [most, ...others] = largest(bands, (each) => each.times);
  if (most === undefined || most.times === 0 || others.length > 0) return undefined;
  const below = times((place) => place < most.place);
  const above = times((place) => place > most.place);
  const rest = [...(below > 0 ? [`${below} below`] : []), ...(above > 0 ? [`${above} above`] : [])];
  const verb = most.times === 1 ? 'is' : 'are';
  return words`${most.times} of ${called.count(scored.length)} ${verb} at “${title(most.band.label)}” overall${rest.length === 0 ? '' : `, ${rest.join(' and ')}`}`;
}

/** `Overall from 29.76 to 82.59`, of two units or more. */
export function overallRange(units: readonly Unit[], plan: Plan): Words | undefined {
  const overall = overallOf(plan);
  const scores = overall === undefined ? [] : units.map((unit) => printed(unit, overall, plan));
  const scored = scores.filter((score) => !Number.isNaN(score)).toSorted((a, b) => a - b);
  const [lowest, highest] = [scored[0], scored.at(-1)];
  if (scored.length < 2 || lowest === undefined || highest === undefined) return undefined;
  return words`Overall from ${figureText(lowest, plan)} to ${figureText(highest, plan)}`;
}

/**
 * `Data is lowest at the median (2.32), Culture highest (2.66)`, of dimensions with the same possible range that two units or more
 * have scores in; nothing where several are lowest or highest.
 */
export function lowestAtMedian(units: readonly Unit[], plan: Plan): Words | undefined {
  const dimensions = dimensionsOf(plan);
  if (!areAlike(dimensions)) return undefined;
  const medians = dimensions.flatMap((dimension) => {
    const scores = units.map(({ card }) => card.scores[dimension.slot] ?? Number.NaN);
    const scored = scores.filter((score) => !Number.isNaN(score));
    return scored.length < 2 ? [] : [{ dimension, median: rounded(quantileOf(scored, 0.5), plan) }];
  });
  const [highest, ...asHigh] = largest(medians, ({ median }) => median);
  const [lowest, ...asLow] = largest(medians, ({ median }) => -median);
  if (highest === undefined || lowest === undefined || highest === lowest) return undefined;
  if (asHigh.length > 0 || asLow.length > 0) return undefined;
  const told = ({ dimension, median }: typeof highest) =>
    [title(dimension.title), figureText(median, plan)] as const;
  const [[low, least], [high, most]] = [told(lowest), told(highest)];
  return words`${low} is lowest at the median (${least}), ${high} highest (${most})`;
}
