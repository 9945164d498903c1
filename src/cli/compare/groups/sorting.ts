import type { Unit } from '../../../compare/comparison.js';
import type { Sorting } from '../../../compare/grouping/sort.js';
import { longFigures } from '../../../export/comparison/figure.js';
import { suggest } from '../../../finding/suggest.js';
import { round } from '../../../rubric/numerics.js';
import type { Plan } from '../../../rubric/plan.js';
import { UsageError } from '../../usage-error.js';

/** What `--sort` says: `name`, `responses` or a figure, with `:asc` or `:desc` behind it; figures go by the first rubric. */
export function sortingFor(sort: string | undefined, plan: Plan | undefined): Sorting | undefined {
  if (sort === undefined || plan === undefined) return undefined;
  const [name = '', direction, ...more] = sort.split(':').map((part) => part.trim());
  if (more.length > 0 || (direction !== undefined && direction !== 'asc' && direction !== 'desc')) {
    throw new UsageError(
      `--sort ${sort}: a direction is asc or desc`,
      `Write --sort ${name}:asc or --sort ${name}:desc.`,
    );
  }
  if (name === 'name') return { direction: direction ?? 'asc' };
  if (name === 'responses') return { direction: direction ?? 'desc', figure: ({ size }) => size };
  const figures = longFigures(plan);
  const found = figures.find(({ id }) => id === name);
  if (found === undefined) {
    const names = ['name', 'responses', ...figures.map(({ id }) => id)];
    const meant = suggest(name, names);
    throw new UsageError(
      `--sort ${name}: there is no such figure${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      `Rows can be sorted by ${names.join(', ')}.`,
    );
  }
  const { digits, mode } = plan.rounding;
  return {
    direction: direction ?? 'desc',
    figure: (unit: Unit) => round(unit.card.scores[found.slot] ?? Number.NaN, digits, mode),
  };
}
