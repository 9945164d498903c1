import { type Comparison, everyUnit, type Unit } from '../../compare/comparison.js';
import { type Grouping, groupUnits } from '../../compare/grouping/group.js';
import { isSmallGroup } from '../../compare/small-groups.js';
import type { ShownTable } from '../../compare/suppression/reader/shown-table.js';
import { peopleBehind } from '../../compare/suppression/reader/table-cells.js';
import { UsageError } from '../usage-error.js';

/** Options that show figures of which it is not reckoned what can be worked out from them, as they were written. */
export function unmodelledOptions(
  { keys, total }: Pick<Grouping, 'keys' | 'total'>,
  peers: string | undefined,
): readonly string[] {
  return [
    ...keys.flatMap(({ kind, id }) => (kind === 'attribute' ? [`--by ${id}`] : [])),
    ...(total ? ['--total'] : []),
    ...(peers === undefined ? [] : [`--peers ${peers}`]),
  ];
}

/** Refuses such options. */
export function refuseUnmodelled(options: readonly string[], why: string): void {
  if (options.length === 0) return;
  const named = options.join(', ');
  throw new UsageError(
    `${why}, and it is not reckoned what could be worked out from what ${named} would show`,
    `Leave out ${named}.`,
  );
}

/**
 * Whether a row of a table is about too few, or a group or total is made of a unit that is: a least or a median can be that of the
 * unit itself. Where groups that are no whole outermost units stand beside other rows, two ways of combining the same units
 * can tell these: then no unit below may be about too few.
 */
export function hasSmallRow(
  comparison: Comparison,
  grouping: Grouping,
  { figures }: Pick<ShownTable, 'figures'>,
  minGroup: number,
): boolean {
  const { keys, total } = grouping;
  const outermost = comparison.plan.rollup.levels[0]?.unit;
  const attributes = new Set(keys.flatMap(({ kind, id }) => (kind === 'attribute' ? [id] : [])));
  const rows = groupUnits(comparison, grouping);
  const isMixed =
    (total || keys.length > 1) &&
    rows.some(
      ({ level, children }) => attributes.has(level) && children.some((child) => child.level !== outermost),
    );
  const isFew = (unit: Unit) => figures.some((figure) => isSmallGroup(peopleBehind(unit, figure), minGroup));
  const hasFewBelow = ({ children }: Unit, isDeep: boolean): boolean =>
    children.some(
      (child) => child.level !== 'response' && (isFew(child) || (isDeep && hasFewBelow(child, isDeep))),
    );
  return rows.some((row) => {
    const isGroup = row.level === everyUnit || attributes.has(row.level);
    return isFew(row) || ((isGroup || isMixed) && hasFewBelow(row, isMixed));
  });
}
