import type { Comparison } from '../../compare/comparison.js';
import { type FocusTarget, unitsOf } from '../../compare/explain/focus.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import { unitNotFound } from '../units/units-named.js';
import { checkNamesakes } from './checked-options.js';
import type { ReportOptions } from './options.js';

/** The units that `--unit` names. */
export interface OwnTarget extends FocusTarget {
  /** The file of the unit register, where there is one. */
  readonly register?: string;
}

/** The units that `--unit` asks pages of, in one wave; that none came back is a usage error, and that it is not said which is meant. */
export function ownUnits(
  comparison: Comparison,
  target: OwnTarget,
  options: ReportOptions,
): Comparison['units'] {
  const found = unitsOf(comparison, target);
  if (found.length === 0) {
    const { wave: _, ...anyTime } = target;
    const waves = new Set(unitsOf(comparison, anyTime).map(({ wave }) => wave));
    throw unitNotFound(target, { seen: namesIn(comparison), waves }, target.register);
  }
  checkNamesakes(found, options);
  return found;
}

/** The group of waves that a wave is in; the current version's where it is in none. */
export function groupOf<G extends Pick<WaveGroup, 'gathered'>>(
  groups: readonly G[],
  wave: string,
): G | undefined {
  return groups.find(({ gathered }) => gathered.comparisons[0]?.waves.includes(wave)) ?? groups.at(-1);
}

/** The names of units by their fields, for a suggestion. */
function namesIn({ plan, units }: Comparison): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    plan.rollup.levels.map(({ unit }, depth) => [
      unit,
      new Set(units.flatMap(({ path }) => path[depth] ?? [])),
    ]),
  );
}
