import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import { isOfUnits, isPlainMean } from '../../roll-up/plain-mean.js';
import { levelOf } from '../../roll-up/roll-up.js';
import type { UnitPlace } from '../../unit-places.js';
import type { EarlierFigure } from './earlier-figure.js';
import { nothingTold, type SinceThen, sinceThen } from './since-then.js';
import type { RowNow } from './told-again.js';
import type { ToldRow } from './told-row.js';
import { isPool, toldScores } from './told-scores.js';

/** What tables given out before told of units under one rubric, and the rows that new ones have of these. */
export interface ToldBefore {
  readonly comparison: Comparison;
  readonly earlier?: readonly EarlierFigure[];
  readonly known?: readonly Unit[];
  readonly rows: readonly Unit[];
}

/** The same of figures that are no scores of units, and further rows of such. */
export interface ToldBeside {
  readonly told: readonly ToldRow[];
  readonly rows: readonly UnitPlace[];
}

/** What may be told beside tables given out before, of the same units under each rubric. */
export function sinceTold(
  comparisons: readonly ToldBefore[],
  beside: ToldBeside,
  isFew: (people: number) => boolean,
): SinceThen {
  const scores = comparisons.flatMap(({ comparison, earlier = [], known = [] }) =>
    toldScores(earlier, comparison, known),
  );
  const told = [...beside.told, ...scores];
  if (told.length === 0) return nothingTold;
  const all = comparisons.flatMap(({ comparison, rows }) => rows.map((unit) => ({ unit, comparison })));
  const now = [...grouped(all, ({ unit }) => unitKey(unit)).values()].flatMap((same): readonly RowNow[] => {
    const [first] = same;
    return first === undefined ? [] : [{ place: first.unit, ...inOneWay(same) }];
  });
  return sinceThen(told, [...now, ...beside.rows.map((place) => ({ place, inOneWay: [] }))], isFew);
}

/** In which figures the responses of a unit weigh alike: in all where it pools them, else in scores, unless under several rubrics. */
function inOneWay(
  same: readonly { readonly unit: Unit; readonly comparison: Comparison }[],
): Pick<RowNow, 'inOneWay' | 'inner'> {
  if (same.every(({ unit, comparison }) => isPool(unit, comparison)))
    return { inOneWay: ['scored', 'alike'] };
  const [first, ...others] = same;
  if (first === undefined || others.length > 0) return { inOneWay: [] };
  const pools = poolsIn(first.unit, first.comparison);
  if (pools === undefined) return { inOneWay: [] };
  const inner = {
    depth: Math.max(...pools.map(({ path }) => path.length)),
    people: pools.map(({ people }) => people),
  };
  return { inOneWay: ['scored'], ...(isOfUnits(first.unit) ? { inner } : {}) };
}

/** What a unit is made of down to those that combine responses; nothing where one of them may count for more than another. */
function poolsIn(unit: Unit, comparison: Pick<Comparison, 'plan'>): readonly Unit[] | undefined {
  if (!isOfUnits(unit)) return levelOf(unit, comparison.plan).weight === undefined ? [unit] : undefined;
  if (!isPlainMean(unit, comparison.plan)) return undefined;
  const found: Unit[] = [];
  for (const child of unit.children) {
    const own = poolsIn(child, comparison);
    if (own === undefined) return undefined;
    found.push(...own);
  }
  return found;
}
