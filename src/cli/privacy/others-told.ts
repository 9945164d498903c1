import { unitKey } from '../../compare/comparison.js';
import { levelsOf } from '../../compare/grouping/key.js';
import type { ToldRow } from '../../compare/suppression/earlier/told-row.js';
import { ambitionFigures } from '../../compare/suppression/others/ambition.js';
import { barrierFigures } from '../../compare/suppression/others/barriers.js';
import { besideEarlier } from '../../compare/suppression/others/beside-earlier.js';
import { changeFigures } from '../../compare/suppression/others/changes.js';
import { barriersBesideEarlier } from '../../compare/suppression/others/earlier-barriers.js';
import type { OtherFigures } from '../../compare/suppression/others/other-figures.js';
import { ratingFigures, ratingTables } from '../../compare/suppression/others/ratings.js';
import type { OtherKind } from '../../compare/suppression/reader/table-cells.js';
import type { UnitPlace } from '../../compare/unit-places.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import type { WaveSteps } from '../../export/comparison/tables/wave-steps.js';
import type { Plan } from '../../rubric/plan.js';
import type { ToldGroup } from './keep-small-groups.js';
import { notAmong } from './published/published-barriers.js';
import type { PublishedFigures } from './published/published-tables.js';
import type { TellingOptions } from './tables-told.js';

/** What each table tells beside scores of units. */
export const kindsIn: Readonly<Partial<Record<ComparisonTableName, readonly OtherKind[]>>> = {
  waves: ['change'],
  agreement: ['ratings'],
  talk: ['ratings'],
  alpha: ['alpha'],
  roles: ['roles'],
  ambition: ['shortfall', 'targets'],
  barriers: ['barriers'],
};

interface GroupTold extends WaveGroup, Pick<ToldGroup, 'barriersThen' | 'toldThen'> {
  /** By rubric, what tables given out before tell. */
  readonly published: readonly Pick<PublishedFigures, 'figures'>[];
}

/** What tables tell that are not of scores. */
export function othersTold(
  groups: readonly GroupTold[],
  { names, keys }: TellingOptions,
  steps: WaveSteps,
): readonly OtherFigures[] {
  const asked = new Set(names);
  const ofGroups = groups.flatMap(({ plans: [plan], gathered, barriersThen, toldThen }) =>
    plan === undefined
      ? []
      : [
          ...(gathered.ratings.length > 0 ? [ratingsTold(gathered, toldThen, plan, asked)] : []),
          ...(gathered.barriers.length > 0 ? [barriersTold(gathered, barriersThen, plan)] : []),
          ...(gathered.ambition.length > 0 ? [ambitionTold(gathered, plan, asked)] : []),
        ],
  );
  if (!asked.has('waves')) return ofGroups;
  return [
    ...ofGroups,
    changeFigures(steps, { told: levelsOf(keys), known: groups.flatMap(levelsPublished) }),
  ];
}

/** The levels that tables given out before told of; groups by an attribute may be of units of any. */
function levelsPublished({ plans: [plan], published }: GroupTold): readonly string[] {
  const figures = published.flatMap((each) => each.figures);
  const fields = plan?.rollup.levels.map(({ unit }) => unit) ?? [];
  const isGroup = figures.some(({ groups = {} }) => Object.keys(groups).length > 0);
  return [...(isGroup ? fields : []), ...new Set(figures.map(({ level }) => level))];
}

/** Counts of barriers, with those that tables given out before told. */
function barriersTold(
  { barriers: shown, barriersBefore }: WaveGroup['gathered'],
  earlier: ToldGroup['barriersThen'],
  plan: Plan,
): OtherFigures {
  if (earlier.length === 0) return barrierFigures(shown, plan);
  return barriersBesideEarlier({ shown, before: notAmong(barriersBefore.flat(), shown), earlier }, plan);
}

/** Ratings, with those that tables given out before told. */
function ratingsTold(
  { ratings: shown, ratingsBefore }: WaveGroup['gathered'],
  then: readonly ToldRow[],
  plan: Plan,
  asked: ReadonlySet<ComparisonTableName>,
): OtherFigures {
  const kinds = new Set<ToldRow['kind']>(then.map(({ kind }) => kind));
  const tables = ratingTables.filter(
    (name) => asked.has(name) || kindsIn[name]?.some((kind) => kinds.has(kind)) === true,
  );
  const before = notAmong(ratingsBefore.flat(), shown);
  const figures = ratingFigures([...shown, ...before], plan, tables);
  return ratingsBefore.length === 0 ? figures : besideEarlier(figures, toldNow(asked, shown));
}

/** Targets and shortfalls, with those that tables given out before told. */
function ambitionTold(
  { ambition: shown, ambitionBefore }: WaveGroup['gathered'],
  plan: Plan,
  asked: ReadonlySet<ComparisonTableName>,
): OtherFigures {
  const figures = ambitionFigures([...shown, ...notAmong(ambitionBefore.flat(), shown)], plan);
  return ambitionBefore.length === 0 ? figures : besideEarlier(figures, toldNow(asked, shown));
}

/** Which figures stand in a table now. */
export function toldNow(
  asked: ReadonlySet<ComparisonTableName>,
  shown: readonly { readonly place: UnitPlace }[],
): (kind: ToldRow['kind'], whose: UnitPlace) => boolean {
  const kinds = new Set<ToldRow['kind']>([...asked].flatMap((name) => kindsIn[name] ?? []));
  const rows = new Set(shown.map(({ place }) => unitKey(place)));
  return (kind, whose) => kinds.has(kind) && rows.has(unitKey(whose));
}
