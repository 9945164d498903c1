import type { Comparison, Unit } from '../../../compare/comparison.js';
import type { EarlierFigure } from '../../../compare/suppression/earlier/earlier-figure.js';
import { wavesAsThen } from '../../../compare/suppression/earlier/in-waves.js';
import { UsageError } from '../../usage-error.js';
import type { Published } from './read-published.js';

/** What a table given out before tells under one rubric of a group of waves, beside how that is now. */
export interface TableFigures {
  readonly comparison: Comparison | undefined;
  readonly figures: readonly EarlierFigure[];
  /** Groups of units, beside the comparison's own units. */
  readonly known: readonly Unit[];
}

/**
 * The waves that a table can be of whose rows name none: the only one, or those in which all of it is as it was then. `groups` are
 * those of waves, with what the table tells under each of their rubrics. Where it is so in none of several, it may be of any, with answers
 * that came since, and is refused.
 */
export function unnamedWaves(
  { file }: Published,
  groups: readonly (readonly TableFigures[])[],
): readonly string[] {
  const waves = new Set(groups.flatMap(([first]) => first?.comparison?.waves ?? []));
  if (waves.has('')) return [''];
  if (waves.size < 2 || !groups.some((plans) => plans.some(isUnnamed))) return [...waves];
  const found = groups.flatMap((plans) => {
    const asThen = plans
      .filter(isUnnamed)
      .flatMap(({ comparison, figures, known }) =>
        comparison === undefined ? [] : [wavesAsThen(figures, comparison, known)],
      );
    const [first = [], ...others] = asThen;
    return first.filter((wave) => others.every((each) => each.includes(wave)));
  });
  if (found.length > 0) return found;
  throw new UsageError(
    `--published ${file}: it does not say of which wave it is, and in none of ${[...waves].join(', ')} all of it is as it was then`,
    'Write into its `provenance` which it was, as in `"waves": ["2025"]`. A table that is written as JSON now says it.',
  );
}

function isUnnamed({ figures }: TableFigures): boolean {
  return figures.some(({ wave, value }) => wave === '' && value !== null);
}
