import type { Unit } from '../../../compare/comparison.js';
import type { EarlierExchange } from '../../../compare/exchange/earlier-offers.js';
import { type Grouping, groupUnits } from '../../../compare/grouping/group.js';
import { levelsOf } from '../../../compare/grouping/key.js';
import type { EarlierFigure } from '../../../compare/suppression/earlier/earlier-figure.js';
import { inWaves } from '../../../compare/suppression/earlier/in-waves.js';
import { readAmbitionScores } from '../../../compare/suppression/earlier/read/ambition.js';
import type { JsonRow } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { earlierPlaces } from '../../../compare/suppression/earlier/read/earlier-place.js';
import { readOffers, readStandings } from '../../../compare/suppression/earlier/read/exchange.js';
import { readEarlier } from '../../../compare/suppression/earlier/read/scores.js';
import { tablesAsked } from '../../../compare/suppression/earlier/read/tables-in.js';
import { rubricEnding } from '../../../export/comparison/shown.js';
import type { WaveGroup } from '../../../export/comparison/tables/comparison-table.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Shape } from '../../compare/groups/group-shape.js';
import type { PreparedGroup } from '../../compare/groups/wave-groups.js';
import type { Returns } from '../../returns/returns.js';
import { UsageError } from '../../usage-error.js';
import { groupingThen } from './grouping-then.js';
import type { Published } from './read-published.js';
import { rowsNow } from './rows-now.js';
import { straightRows } from './straight-rows.js';
import { rowsOf } from './tables-then.js';
import { type TableFigures, unnamedWaves } from './unnamed-waves.js';

/** A group of waves that share a questionnaire and rubrics, as far as tables given out before tell of it. */
export type PublishedGroup = Pick<PreparedGroup, 'plans' | 'has' | 'questionnaire'> &
  Pick<WaveGroup, 'gathered'> & {
    readonly shape: Pick<Shape, 'attributes' | 'grouping'>;
    readonly returns: Pick<Returns, 'register'>;
  };

/** What tables given out before tell under one rubric. */
export interface PublishedFigures {
  readonly figures: readonly EarlierFigure[];
  /** Groups of units, what stands in them, and all units, that they may have told of, as these are now. */
  readonly known: readonly Unit[];
}

/** One table, and what its rows stood for in a group of waves. */
export interface PlacedTable extends Published {
  readonly group: PublishedGroup;
  readonly grouping: Grouping;
}

/** For each group of waves and each of its rubrics what tables given out before tell. */
export function publishedFigures(
  tables: readonly Published[],
  groups: readonly PublishedGroup[],
): readonly (readonly PublishedFigures[])[] {
  if (tables.length === 0) return groups.map(() => []);
  const rubrics = new Set(groups.flatMap(({ plans }) => plans.map(({ rubric }) => rubric.id)));
  const placed = tables.map((table) => {
    const inGroups = groups.map((group) => ({ ...table, group, grouping: groupingThen(table, group) }));
    return { table, inGroups, rows: straightRows(table, inGroups) };
  });
  const read = groups.map((group, at) => {
    const { plans, has, gathered } = group;
    const tellings = placed.map(({ rows, ...each }) => ({
      ...each,
      rows: rowsNow(rows, each.table, group),
      standings: rowsNow(rowsOf(each.table, 'exchange'), each.table, group),
      wanted: rowsNow(rowsOf(each.table, 'ambition'), each.table, group),
    }));
    return plans.map((plan, nth): readonly TableFigures[] => {
      const comparison = gathered.comparisons[nth];
      const waves = comparison?.waves ?? [];
      return tellings.map(({ table, inGroups, rows, standings, wanted }) => {
        const own = [...rows, ...standings, ...wanted].filter(
          ({ wave }) => typeof wave !== 'string' || wave === '' || waves.includes(wave),
        );
        refuseOtherRubrics(table, own, rubrics);
        const grouping = inGroups[at]?.grouping;
        const keys = grouping?.keys ?? [];
        const levels = levelsOf(keys);
        const fields = plan.rollup.levels.map(({ unit }) => unit);
        const units = (comparison?.units ?? []).filter(({ level }) => levels.includes(level));
        const figures = [
          ...readEarlier(rows, plan, { document: table.file, keys, suffixes: suffixesIn(table, plan) }),
          // Some look at one rubric alone.
          ...(plan === firstIn(table, plans)
            ? [
                ...readStandings(standings, plan, units, table.file),
                ...readAmbitionScores(
                  { document: table.file, rows: wanted, placeOf: inWave(earlierPlaces(keys, fields), waves) },
                  plan,
                ),
              ]
            : []),
        ];
        return {
          comparison,
          figures: figures.filter(({ wave }) => wave === '' || has(wave)),
          known:
            comparison === undefined || grouping === undefined || !isOfGroups(grouping)
              ? []
              : groupUnits(comparison, grouping),
        };
      });
    });
  });
  const unnamed = placed.map(({ table }, nth) =>
    unnamedWaves(
      table,
      read.map((plans) => plans.flatMap((told) => told[nth] ?? [])),
    ),
  );
  return read.map((plans) =>
    plans.map((told) => ({
      figures: told.flatMap(({ figures, comparison }, nth) =>
        inWaves(
          figures,
          (comparison?.waves ?? []).filter((wave) => unnamed[nth]?.includes(wave)),
        ),
      ),
      known: told.flatMap(({ known }) => known),
    })),
  );
}

/** For each group of waves what tables of exchange given out before tell of offers. */
export function publishedExchanges(
  tables: readonly Published[],
  groups: readonly PublishedGroup[],
): readonly (readonly EarlierExchange[])[] {
  return groups.map((group) =>
    tables
      .filter(({ document }) => tablesAsked(document.options).includes('exchange'))
      .map((table) => ({
        levels: levelsOf(groupingThen(table, group).keys),
        told: readOffers(rowsNow(rowsOf(table, 'exchange'), table, group)).filter(({ wave }) =>
          group.has(wave),
        ),
        hadEarlier: table.document.options.has('--published'),
      })),
  );
}

/** Where there is one wave alone, a row that names none is of that. */
function inWave(
  placeOf: ReturnType<typeof earlierPlaces>,
  [only, ...others]: readonly string[],
): ReturnType<typeof earlierPlaces> {
  return (row) => {
    const place = placeOf(row);
    return place?.wave === '' && only !== undefined && others.length === 0 ? { ...place, wave: only } : place;
  };
}

function isOfGroups({ keys, total }: Grouping): boolean {
  return total || keys.some(({ kind }) => kind === 'attribute');
}

/** The plan that tables were made by which look at one rubric alone. */
function firstIn({ document: { rubrics } }: Published, plans: readonly Plan[]): Plan | undefined {
  const known = rubrics.flatMap((id) => plans.find(({ rubric }) => rubric.id === id) ?? []);
  return known[0] ?? plans[0];
}

/** What may end the keys of a rubric's columns. Figures that name no rubric are of the one that they were made under. */
function suffixesIn({ document }: Published, { rubric }: Plan): readonly string[] {
  const isOwn = document.rubrics.length === 0 || document.rubrics.includes(rubric.id);
  return isOwn ? [rubricEnding(rubric.id), ''] : [rubricEnding(rubric.id)];
}

/** Refuses figures under a rubric by which nothing is scored now: what they tell of those under another is not reckoned. */
function refuseOtherRubrics(
  { file, document: { rubrics } }: Published,
  rows: readonly JsonRow[],
  now: ReadonlySet<string>,
): void {
  const strange = rubrics.filter((id) => !now.has(id));
  const isIn = (id: string) =>
    strange.length === rubrics.length ||
    rows.some((row) => row.rubric === id || Object.keys(row).some((key) => key.endsWith(rubricEnding(id))));
  const found = rows.length === 0 ? undefined : strange.find(isIn);
  if (found === undefined) return;
  throw new UsageError(
    `--published ${file}: it was scored by the rubric \`${found}\`, and nothing is now`,
    'Name that rubric too, with --rubric: then its figures are reckoned with.',
  );
}
