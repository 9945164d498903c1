import { isWithin } from '../../../rubric/range.js';
import { type Comparison, unitKey } from '../../comparison.js';
import type { Relation } from '../knowledge.js';
import type { CountedCell, TableCells } from '../reader/table-cells.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';
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

/**
 * Makes a figure known as it was given out: to withhold it would be of no use. What few can have said is mostly whole, so that who knows how
 * many they are makes the exact figure of the rounded one.
 */
export function given(now: number, cells: CountedCell[]): Relation {
  const current = cells[now];
  const { name = '', value = Number.NaN } = current ?? {};
  if (current !== undefined) cells[now] = { ...current, loss: Number.POSITIVE_INFINITY };
  const then = cells.length;
  cells.push({
    name: `${name}, given out before`,
    value,
    range: { min: value, max: value },
    limit: 0,
    loss: 1,
    people: 0,
    role: 'given',
  });
  const terms = [
    { cell: now, factor: 1 },
    { cell: then, factor: -1 },
  ];
  return { terms, low: 0, high: 0 };
}
