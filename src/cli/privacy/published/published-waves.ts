import { levelsOf } from '../../../compare/grouping/key.js';
import type { EarlierFigure } from '../../../compare/suppression/earlier/earlier-figure.js';
import { textAt } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { earlierPlaces } from '../../../compare/suppression/earlier/read/earlier-place.js';
import { readChanges, readScoresInWaves } from '../../../compare/suppression/earlier/read/waves.js';
import type { ToldRow } from '../../../compare/suppression/earlier/told-row.js';
import { unitsNow } from '../../../compare/waves/units-now.js';
import type { ToCurrentVersion } from '../../../export/comparison/tables/comparison-table.js';
import { waveSteps } from '../../../export/comparison/tables/wave-steps.js';
import { unitFields } from '../../../questionnaire/questionnaire.js';
import type { Plan } from '../../../rubric/plan.js';
import { UsageError } from '../../usage-error.js';
import { groupingThen } from './grouping-then.js';
import type { PublishedFigures, PublishedGroup } from './published-tables.js';
import type { Published } from './read-published.js';
import { rowsNow } from './rows-now.js';
import { holding, rowsOf } from './tables-then.js';

/** What tables of waves told that were given out before. */
export interface PublishedWaves {
  /** Scores, by the plan that they are of. */
  readonly figures: ReadonlyMap<Plan, readonly EarlierFigure[]>;
  /** Changes, beside what would be told of them now. */
  readonly rows: readonly ToldRow[];
}

type GroupOfWaves = PublishedGroup & { readonly toCurrent: ToCurrentVersion | undefined };

/** How new tables are made. */
interface WavesNow {
  readonly waves: readonly string[];
  /** The levels of units that they tell of. */
  readonly levels: readonly string[];
  readonly isFew: (people: number) => boolean;
}

/** Rows that no step is of now are refused: what they tell of a wave that is not compared cannot be reckoned with. */
export function publishedWaves(
  published: readonly Published[],
  groups: readonly GroupOfWaves[],
  { waves, levels, isFew }: WavesNow,
): PublishedWaves {
  const figures = new Map<Plan, EarlierFigure[]>();
  const changes: ToldRow[] = [];
  const current = groups.at(-1);
  if (current === undefined) return { figures, rows: changes };
  for (const table of holding(published, ['waves'])) {
    if (rowsOf(table, 'waves').length === 0) continue;
    const grouping = groupingThen(table, current);
    refuseGroups(table, grouping);
    const fields = unitFields(current.questionnaire).map(({ id }) => id);
    const placeOf = earlierPlaces(grouping.keys, fields);
    const steps = waveSteps(
      groups.map((group) => ({ ...group, grouping: groupingThen(table, group) })),
      waves,
    )();
    const unread = new Set(rowsNow(rowsOf(table, 'waves'), table, current));
    for (const step of steps) {
      const { before, after } = step;
      const rows = [...unread].filter(
        (row) =>
          textAt(row, 'from_wave') === before.name &&
          textAt(row, 'to_wave') === after.name &&
          (textAt(row, 'rubric') ?? table.document.rubrics[0] ?? after.plan.rubric.id) ===
            after.plan.rubric.id,
      );
      for (const row of rows) unread.delete(row);
      const reading = { document: table.file, rows, placeOf };
      const told = { told: levelsOf(grouping.keys), known: levels };
      changes.push(...readChanges(reading, step, told, isFew));
      const scores = readScoresInWaves(reading, step);
      figures.set(before.plan, [...(figures.get(before.plan) ?? []), ...scores.before]);
      figures.set(after.plan, [...(figures.get(after.plan) ?? []), ...scores.after]);
    }
    const [first] = unread;
    if (first === undefined) continue;
    const [from, to] = [textAt(first, 'from_wave'), textAt(first, 'to_wave')];
    throw new UsageError(
      `--published ${table.file}: it tells of changes from ${from} to ${to}, and these are not worked out now`,
      `What it tells is reckoned with where these waves are compared, one after the other, by the same rubric: give --waves ${from},${to}.`,
    );
  }
  return { figures, rows: changes };
}

/** What tables tell under each rubric of a group, with scores that tables of waves tell of. */
export function withFigures(
  published: readonly PublishedFigures[],
  { plans, gathered: { comparisons, answers } }: Pick<PublishedGroup, 'plans' | 'gathered'>,
  figures: PublishedWaves['figures'],
): readonly PublishedFigures[] {
  if (figures.size === 0) return published;
  return plans.map((plan, nth) => {
    const { figures: own = [], known = [] } = published[nth] ?? {};
    const comparison = comparisons[nth];
    const now = comparison === undefined ? [] : unitsNow(comparison, answers);
    return { figures: [...own, ...(figures.get(plan) ?? [])], known: [...known, ...now] };
  });
}

function refuseGroups(
  { file }: Published,
  { keys, total }: Pick<ReturnType<typeof groupingThen>, 'keys' | 'total'>,
): void {
  if (!total && keys.every(({ kind }) => kind !== 'attribute')) return;
  throw new UsageError(
    `--published ${file}: its table of waves has rows of groups or of all units, and what these tell of small groups is not reckoned`,
    'What it gives away has to be looked at by hand.',
  );
}
