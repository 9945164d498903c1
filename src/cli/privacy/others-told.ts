import { levelsOf } from '../../compare/grouping/key.js';
import { ambitionFigures } from '../../compare/suppression/others/ambition.js';
import { barrierFigures } from '../../compare/suppression/others/barriers.js';
import { changeFigures } from '../../compare/suppression/others/changes.js';
import type { OtherFigures } from '../../compare/suppression/others/other-figures.js';
import { ratingFigures, ratingTables } from '../../compare/suppression/others/ratings.js';
import type { OtherKind } from '../../compare/suppression/reader/table-cells.js';
import { unitSteps } from '../../compare/waves/steps.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { waveIn, waveSteps } from '../../export/comparison/tables/wave-in.js';
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

/** What tables tell that are not of scores. */
export function othersTold(
  groups: readonly WaveGroup[],
  { names, keys, waves }: TellingOptions,
): readonly OtherFigures[] {
  const asked = new Set(names);
  const tables = ratingTables.filter((name) => asked.has(name));
  const ofGroups = groups.flatMap(({ plans: [plan], gathered }) =>
    plan === undefined
      ? []
      : [
          ...(gathered.ratings.length > 0 ? [ratingFigures(gathered.ratings, plan, tables)] : []),
          ...(gathered.barriers.length > 0 ? [barrierFigures(gathered.barriers, plan)] : []),
          ...(gathered.ambition.length > 0 ? [ambitionFigures(gathered.ambition, plan)] : []),
        ],
  );
  if (!asked.has('waves')) return ofGroups;
  const steps = waveSteps(waves).flatMap(([earlier, later]) => {
    const [before, after] = [waveIn(groups, earlier, 0), waveIn(groups, later, 0)];
    return before === undefined || after === undefined
      ? []
      : unitSteps(before.wave, after.wave, levelsOf(keys));
  });
  return [...ofGroups, changeFigures(steps)];
}
