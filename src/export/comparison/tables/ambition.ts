import {
  allUnits,
  type NodeAmbition,
  shareReached,
  type UnitAmbition,
} from '../../../compare/ambition/ambition.js';
import { type Unit, unitKey } from '../../../compare/comparison.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { TableCell } from '../../tables/table.js';
import { text, withheld } from '../cells.js';
import { coverageDigits, plainCell } from '../figure.js';
import { count, figure, label, number, shownUnless, titled, unitColumns, words } from './cells.js';
import type { ComparisonTable, TableSettings } from './comparison-table.js';
import { placedRows } from './placed-table.js';

export const ambition: ComparisonTable = {
  describe: 'targets and what is missing to them, by unit and node',
  needs: ['targets'],
  sortedBy: ['node', 'answers', 'score', 'target', 'gap', 'shortfall', 'targets', 'reached'],
  wide: {
    about: [{ id: 'node', title: 'title' }],
    figure: 'gap',
    beside: [],
    order: (plan) => [plan.nodes.map(({ id }) => id)],
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const digits = groups.at(-1)?.plans[0]?.rounding.digits ?? 2;
    const rows = groups.flatMap(({ plans: [plan], gathered, rows: [own = []] }) => {
      if (plan === undefined) return [];
      const units = new Map(own.map((each) => [unitKey(each), each]));
      return gathered.ambition.flatMap((each) => {
        const row = ({ id, title }: PlanNode, cells: readonly TableCell[]) => ({
          place: each.place,
          cells: [...unit.cells(each.place), text(each.place.level), text(id), text(title), ...cells],
        });
        // Of a small unit it is not told either where nobody has a target.
        if (!settings.mayShow(each.people)) return each.asked.map((node) => row(node, nothing));
        return each.nodes.map((node) =>
          row(node.node, [
            number(node.answers),
            ...figures(each, node, units.get(unitKey(each.place)), plan, settings),
          ]),
        );
      });
    });
    return {
      title: titled(groups, 'ambition'),
      columns: [
        ...unit.columns,
        label('level', 'Level'),
        label('node', 'Node'),
        words('title', 'Title'),
        count('answers', 'Answers with a target'),
        figure('score', 'Score', digits),
        figure('target', 'Target', digits),
        figure('gap', 'Gap', digits),
        figure('shortfall', 'Shortfalls', digits),
        figure('targets', 'Targets', digits),
        { key: 'reached', title: 'Share reached', kind: 'share', digits: coverageDigits(digits) },
      ],
      ...placedRows(rows),
      notes: ['Share reached: 1 − shortfalls ÷ targets, over answers with a target.'],
    };
  },
};

/** The answers, and the figures. */
const nothing: readonly TableCell[] = Array.from({ length: 7 }, () => withheld);

/** The gap is what the printed figures differ by. */
function figures(
  { place }: UnitAmbition,
  node: NodeAmbition,
  unit: Unit | undefined,
  plan: Plan,
  { hidden }: Pick<TableSettings, 'hidden'>,
): readonly TableCell[] {
  const { slot } = node.node;
  const { digits } = plan.rounding;
  const isOne = place.level !== allUnits;
  const isWithheld = (measure: 'scores' | 'target') =>
    isOne && unit?.card.withheld?.[measure].has(slot) === true;
  const cellOf = (measure: 'scores' | 'target') =>
    plainCell(isOne ? unit?.card[measure][slot] : undefined, plan, isWithheld(measure));
  const [score, target] = [cellOf('scores'), cellOf('target')];
  const gap = score.kind === 'number' && target.kind === 'number' ? target.value - score.value : Number.NaN;
  const [noShortfall, noTargets] = (['shortfall', 'targets'] as const).map((kind) =>
    isHidden(hidden, kind, place, node.node.id),
  );
  return [
    score,
    target,
    ...shownUnless(isWithheld('scores') || isWithheld('target'), [number(gap, digits)]),
    ...shownUnless(noShortfall === true, [number(node.shortfall, digits)]),
    ...shownUnless(noTargets === true, [number(node.targets, digits)]),
    ...shownUnless(noShortfall === true || noTargets === true, [
      number(shareReached(node), coverageDigits(digits)),
    ]),
  ];
}
