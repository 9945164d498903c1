import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { type ChangeColumn, changeColumns } from '../../comparison/tables/change-columns.js';
import { isWithheldCell } from '../../tables/absence.js';
import type { TableCell } from '../../tables/table.js';
import { dimensionsOf, quantileOf, rounded } from '../figures/figures.js';
import { change, count, figureCell, named, reasoned, textCell } from '../model/columns.js';
import type { ReportColumn, ReportTable } from '../model/report.js';
import { type Words, words } from '../model/words.js';
import type { TableRecord } from '../source/records.js';
import type { UnitWords } from '../source/unit-words.js';

/** How the scores of units moved in a dimension. */
export interface DimensionChange {
  readonly dimension: PlanNode;
  readonly rose: number;
  readonly stayed: number;
  readonly fell: number;
  /** Units of which it may not be told. */
  readonly withheld: number;
  /** Units without a score in one of the waves, or in both. */
  readonly none: number;
  /** NaN where no unit has a score in both waves. */
  readonly median: number;
  readonly parts: readonly PartChange[];
}

/** What a part of the change came to. */
interface PartChange {
  readonly key: ChangeColumn['key'];
  /** Over the units of which it may be told; NaN where there are none. */
  readonly median: number;
  /** How many these are. */
  readonly units: number;
  /** Units that have it, and of which it may not be told. */
  readonly withheld: number;
}

/** By the records of `units` units in all. */
export function dimensionChanges(
  records: readonly TableRecord[],
  units: number,
  plan: Plan,
): readonly DimensionChange[] {
  return dimensionsOf(plan).map((dimension) => {
    const own = records.filter((record) => record.text('node') === dimension.id);
    const { amounts, withheld: silent, median } = amountsIn(own, 'change', plan);
    return {
      dimension,
      rose: amounts.filter((amount) => amount > 0).length,
      stayed: amounts.filter((amount) => amount === 0).length,
      fell: amounts.filter((amount) => amount < 0).length,
      withheld: silent,
      none: units - amounts.length - silent,
      median,
      parts: changeColumns.map(({ key }) => {
        const part = amountsIn(own, key, plan);
        return { key, median: part.median, units: part.amounts.length, withheld: part.withheld };
      }),
    };
  });
}

function amountsIn(records: readonly TableRecord[], key: string, plan: Plan) {
  const told = records.filter((record) => !Number.isNaN(record.number(key)));
  const silent = records.map((record) => record.cell(key)).filter((cell) => isWithheldCell(cell)).length;
  const exact = told.map((record) => record.exact(key));
  return {
    amounts: told.map((record) => record.number(key)),
    withheld: silent,
    median: rounded(quantileOf(exact, 0.5), plan),
  };
}

/** A median over units, of so many of which it may not be told. */
function medianCell(median: number, silent: number): TableCell {
  return reasoned(figureCell(median), silent > 0 ? 'withheld' : 'insufficient');
}

/** How many rose and fell, and how many are in neither: together all units. */
export function dimensionChangesTable(
  all: readonly DimensionChange[],
  { rounding }: Plan,
  step: Words,
  called: UnitWords,
): ReportTable {
  const isAny = (key: 'withheld' | 'none') => all.some((each) => each[key] > 0);
  const beside = [
    { key: 'withheld', title: 'Withheld' },
    { key: 'none', title: 'Not in both' },
  ] as const;
  const told = beside.filter(({ key }) => isAny(key));
  return {
    id: 'changes-by-dimension',
    caption: words`How many rose and fell in each dimension ${step}`,
    columns: [
      named('dimension', 'Dimension'),
      count('rose', 'Rose'),
      count('stayed', 'Stayed'),
      count('fell', 'Fell'),
      change('median', 'Median change', rounding.digits),
      ...told.map(({ key, title }) => count(key, title)),
    ],
    rows: all.map((each) => [
      textCell(each.dimension.title),
      ...[each.rose, each.stayed, each.fell].map(figureCell),
      medianCell(each.median, each.withheld),
      ...told.map(({ key }) => figureCell(each[key])),
    ]),
    notes: [
      ...(isAny('withheld')
        ? [words`Withheld: of so many ${called.several} it may not be told whether they rose or fell.`]
        : []),
      ...(isAny('none')
        ? [words`Not in both: so many ${called.several} have no score in one of the two waves.`]
        : []),
    ],
  };
}

/** Why scores moved. Nothing where there is nothing to tell, withheld or not. */
export function dimensionWhyTable(
  all: readonly DimensionChange[],
  { rounding }: Plan,
  called: UnitWords,
): ReportTable | undefined {
  const some = changeColumns.filter(({ key }) =>
    all.some(({ parts }) => parts.some((part) => part.key === key && (part.units > 0 || part.withheld > 0))),
  );
  if (some.length === 0) return undefined;
  const columns: readonly ReportColumn[] = [
    named('dimension', 'Dimension'),
    ...some.map(({ key, title }) => change(key, title, rounding.digits)),
    count('units', 'Told of'),
  ];
  return {
    id: 'changes-why',
    caption: words`What the changes are made of, each part at the median`,
    columns,
    rows: all.map(({ dimension, parts }) => {
      const shown = parts.filter(({ key }) => some.some((column) => column.key === key));
      return [
        textCell(dimension.title),
        ...shown.map((part) => medianCell(part.median, part.withheld)),
        figureCell(Math.max(0, ...shown.map(({ units }) => units))),
      ];
    }),
    notes: [
      words`Each is the median over ${called.several} of which it may be told; medians do not add up to that of the change.`,
    ],
  };
}
