import type { Unit } from '../../../compare/comparison.js';
import { quantile } from '../../../compare/peers/quantile.js';
import { round } from '../../../rubric/numerics.js';
import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { Figure } from '../../comparison/figure.js';
import { fixed } from '../../text/decimal.js';

/** The outermost dimensions. */
export function dimensionsOf({ nodes }: Plan): readonly PlanNode[] {
  return nodes.filter(({ kind, depth }) => kind === 'dimension' && depth === 1);
}

export function overallOf({ nodes }: Plan): PlanNode | undefined {
  return nodes.find(({ kind }) => kind === 'overall');
}

/** What is told of a unit: the outermost dimensions, indices, and `overall`. */
export function mainFigures(plan: Plan): readonly (PlanNode | PlanIndex)[] {
  const overall = overallOf(plan);
  return [...dimensionsOf(plan), ...plan.indices, ...(overall === undefined ? [] : [overall])];
}

/** Those that are amounts. What lies between two classes is none: of an index that only says in which class a unit is, there is no median. */
export function amountFigures(plan: Plan): readonly (PlanNode | PlanIndex)[] {
  return mainFigures(plan).filter((figure) => !isClass(figure));
}

export function isClass(figure: PlanNode | PlanIndex): boolean {
  return 'isClass' in figure && figure.isClass;
}

type Measure = 'scores' | 'low' | 'high' | 'target';

/** A unit's figure as it is printed; NaN where there is none. */
export function printed(
  unit: Unit,
  { slot }: Pick<Figure, 'slot'>,
  plan: Plan,
  measure: Measure = 'scores',
): number {
  return rounded(unit.card[measure][slot] ?? Number.NaN, plan);
}

/** The same for a chart, which leaves out what is none. */
export function drawn(figure: number): number | undefined {
  return Number.isNaN(figure) ? undefined : figure;
}

/** Whether figures can be set side by side: all have the same possible range. */
export function areAlike(figures: readonly Pick<Figure, 'range'>[]): boolean {
  const [first, ...others] = figures.map(({ range }) => range);
  return first !== undefined && others.every((range) => range?.min === first.min && range.max === first.max);
}

/** What all figures lie within, so that they are drawn on one scale; where ranges are not known, by what is there. */
export function commonRange(figures: readonly Pick<Figure, 'range'>[], values: Iterable<number>): Range {
  const ranges = figures.flatMap(({ range }) => range ?? []);
  const isKnown = ranges.length > 0 && ranges.length === figures.length;
  const ends = isKnown ? ranges.flatMap(({ min, max }) => [min, max]) : [...values].filter(Number.isFinite);
  if (ends.length === 0) return { min: 0, max: 1 };
  const [min, max] = [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  return min === max ? { min, max: min + 1 } : { min, max };
}

/** A quantile of what there is, not rounded; NaN of nothing. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return quantile(sorted, share);
}

/** A figure as the rubric rounds it. */
export function rounded(value: number, { rounding }: Plan): number {
  return round(value, rounding.digits, rounding.mode);
}

/** A figure in a text, with as many decimals as the rubric rounds to. */
export function figureText(value: number, { rounding }: Plan): string {
  return fixed(value, rounding.digits).replace(/^-/, '\u2212');
}

/** Those of which a figure is largest; none where nothing has one. */
export function largest<T>(all: readonly T[], figure: (each: T) => number): readonly T[] {
  const most = all
    .map(figure)
    .filter((value) => !Number.isNaN(value))
    .reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return all.filter((each) => figure(each) === most);
}
