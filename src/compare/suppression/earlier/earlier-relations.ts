import { isWithin } from '../../../rubric/range.js';
import { type Comparison, unitKey } from '../../comparison.js';
import type { Relation } from '../knowledge.js';
import type { TableCells } from '../reader/table-cells.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';
import { given } from './given.js';
import type { SinceThen } from './since-then.js';

/** Adds the figures of earlier tables that are still the same. Of those that are not, nothing hangs together with new ones: see `sinceThen`. */
export function earlierRelations(
  { cells, rows, find }: TableCells,
  { plan }: Pick<Comparison, 'plan'>,
  earlier: readonly EarlierFigure[],
  { isGiven }: Pick<SinceThen, 'isGiven'>,
): readonly Relation[] {
  const units = new Map(rows.map((unit) => [unitKey(unit), unit]));
  const slots = new Map([...plan.nodes, ...plan.indices].map(({ id, slot }) => [id, slot]));
  const same = new Set(
    earlier.flatMap(({ node, measure, value, ...whose }): readonly number[] => {
      const [unit, slot] = [units.get(unitKey(whose)), slots.get(node)];
      if (value === null || unit === undefined || slot === undefined) return [];
      const now = isGiven({ kind: measure, whose, about: [node] }) ? find(unit, slot, measure) : undefined;
      // Under several rubrics there are several figures of a node.
      const isSame = isWithin(cells[now ?? -1]?.value ?? Number.NaN, roundedRange(value, measure, plan));
      return now !== undefined && isSame ? [now] : [];
    }),
  );
  return [...same].map((now) => given(now, cells));
}
