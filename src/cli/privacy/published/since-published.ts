import { allUnits } from '../../../compare/ambition/ambition.js';
import type { Unit } from '../../../compare/comparison.js';
import { isSmallGroup } from '../../../compare/small-groups.js';
import { nothingTold, type SinceThen, sinceThen } from '../../../compare/suppression/earlier/since-then.js';
import type { RowNow, Weighing } from '../../../compare/suppression/earlier/told-again.js';
import { isPool, toldScores } from '../../../compare/suppression/earlier/told-scores.js';
import { rowName } from '../../../compare/suppression/reader/table-cells.js';
import type { ToldComparison } from '../../../compare/suppression/reader/table-knowledge.js';
import type { Suppression } from '../../../compare/suppression/suppress.js';
import type { KeepingOptions, ToldGroup } from '../keep-small-groups.js';

/** What may be told beside tables given out before. */
export function sincePublished(
  shaped: readonly {
    readonly group: ToldGroup;
    readonly rows: readonly (readonly Unit[])[];
    readonly told: readonly ToldComparison[];
  }[],
  { names, minGroup }: Pick<KeepingOptions, 'names' | 'minGroup'>,
): SinceThen {
  const others = shaped.flatMap(({ group }) => group.toldThen);
  if (shaped.every(({ group }) => group.published.length === 0)) return nothingTold;
  const scores = shaped.flatMap(({ told }) =>
    told.flatMap(({ comparison, earlier = [], known = [] }) => toldScores(earlier, comparison, known)),
  );
  const now = shaped.flatMap(({ group: { gathered }, rows: [rows = []], told }) => {
    const areScored: readonly Weighing[] = told.length > 1 ? [] : ['scored'];
    const arePools = (unit: Unit) => told.every(({ comparison }) => isPool(unit, comparison));
    const all = names.includes('ambition')
      ? gathered.ambition.filter(({ place }) => place.level === allUnits)
      : [];
    return [
      ...rows.map(
        (place): RowNow => ({ place, inOneWay: arePools(place) ? ['scored', 'alike'] : areScored }),
      ),
      ...all.map(({ place }): RowNow => ({ place, inOneWay: [] })),
    ];
  });
  return sinceThen([...others, ...scores], now, (people) => isSmallGroup(people, minGroup));
}

/** Whose figures are withheld since what was told around them is not as it was. */
export function closedLines(
  { further }: Pick<Suppression, 'further'>,
  { isClosed }: SinceThen,
): readonly string[] {
  const closed = further.flatMap((place) => {
    const [kind, whose] = place.kind === 'figure' ? [place.measure, place.unit] : [place.what, place.whose];
    return isClosed({ kind, whose }) ? [rowName(whose)] : [];
  });
  return closed.length === 0
    ? []
    : [
        `Nothing new is told of what is not as it was, since both tables together would tell who makes the difference: ${[...new Set(closed)].join(', ')}.`,
      ];
}
