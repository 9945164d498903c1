import type { Unit } from '../../../compare/comparison.js';
import type { Sorting } from '../../../compare/grouping/sort.js';
import { longFigures } from '../../../export/comparison/figure.js';
import { byName, type TableSorting } from '../../../export/comparison/tables/sorted-table.js';
import { suggest } from '../../../finding/suggest.js';
import { round } from '../../../rubric/numerics.js';
import type { Plan } from '../../../rubric/plan.js';
import { UsageError } from '../../usage-error.js';

/** What `--sort` can be about. */
export interface SortTargets {
  /** Whether rows of scores are told. */
  readonly scores: boolean;
  /** Columns of other tables, under a plan. */
  readonly columns: (plan: Plan) => readonly string[];
}

/** What `--sort` says: what rows are sorted by, with `:asc` or `:desc` behind it. */
export function sortAsked(sort: string): TableSorting {
  const [by = '', direction, ...more] = sort.split(':').map((part) => part.trim());
  if (more.length > 0 || (direction !== undefined && direction !== 'asc' && direction !== 'desc')) {
    throw new UsageError(
      `--sort ${sort}: a direction is asc or desc`,
      `Write --sort ${by}:asc or --sort ${by}:desc.`,
    );
  }
  return { by, direction };
}

/**
 * How rows of scores are sorted: by `name`, `responses` or a figure; figures go by the first rubric. Nothing where it is a column of
 * other tables that is asked for.
 */
export function sortingFor(
  sort: string | undefined,
  plan: Plan | undefined,
  { scores, columns: columnsOf }: SortTargets,
): Sorting | undefined {
  if (sort === undefined || plan === undefined) return undefined;
  const { by, direction } = sortAsked(sort);
  if (by === byName) return { direction: direction ?? 'asc' };
  const columns = columnsOf(plan);
  const figures = scores ? longFigures(plan) : [];
  const found = figures.find(({ id }) => id === by);
  if (scores && by === 'responses') return { direction: direction ?? 'desc', figure: ({ size }) => size };
  if (found === undefined) {
    if (columns.includes(by)) return undefined;
    const ofScores = scores ? ['responses', ...figures.map(({ id }) => id)] : [];
    const names = [...new Set([byName, ...ofScores, ...columns])];
    const meant = suggest(by, names);
    throw new UsageError(
      `--sort ${by}: there is no such ${scores ? 'figure' : 'column'}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      `Rows can be sorted by ${names.join(', ')}.`,
    );
  }
  const { digits, mode } = plan.rounding;
  return {
    direction: direction ?? 'desc',
    figure: (unit: Unit) => round(unit.card.scores[found.slot] ?? Number.NaN, digits, mode),
  };
}
