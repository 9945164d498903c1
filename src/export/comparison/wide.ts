import { statusOf, type Unit } from '../../compare/comparison.js';
import type { Column, Table, TableCell } from '../tables/table.js';
import type { ColumnChoice } from './column-choice.js';
import { scoreCell, wideFigures } from './figure.js';
import { comparisonNotes } from './notes.js';
import { nameColumns, sizeColumns, waveColumn } from './row-columns.js';
import { rubricSuffix, type Showing, type Shown } from './shown.js';

export interface WideOptions {
  readonly columns: ColumnChoice;
  /** How deep dimensions go, from 1. */
  readonly depth: number;
}

/** One row a unit and one column a figure; with several rubrics, one group of columns each. */
export function wideTable(showing: Showing, options: WideOptions): Table {
  const [first] = showing.byRubric;
  if (first === undefined) return { columns: [], rows: [], notes: [] };
  const { rows, comparison } = first;
  const { questionnaire } = comparison.plan;
  const about = [nameColumns(showing.keys, questionnaire), waveColumn(showing.withWave), sizeColumns(rows)];
  const groups = showing.byRubric.map((shown) => figureColumns(shown, showing, options));
  return {
    title: questionnaire.title,
    columns: [...about.flatMap(({ columns }) => columns), ...groups.flatMap(({ columns }) => columns)],
    rows: rows.map((unit, at) => [
      ...about.flatMap(({ cells }) => cells(unit)),
      ...groups.flatMap(({ cells }) => cells(at)),
    ]),
    notes: comparisonNotes(showing, (plan) => wideFigures(plan, options.columns, options.depth)),
  };
}

interface FigureColumns {
  readonly columns: readonly Column[];
  readonly cells: (row: number) => readonly TableCell[];
}

/** The figures of one rubric, each with what is said beside it. */
function figureColumns(shown: Shown, showing: Showing, { columns, depth }: WideOptions): FigureColumns {
  const { plan } = shown.comparison;
  const suffix = rubricSuffix(plan, showing);
  const companions = shown.companions.map(({ columns, cells }) => ({
    columns: columns.filter(({ onlyLong }) => onlyLong !== true),
    cells: (figure: Parameters<typeof cells>[0]) =>
      cells(figure).map((row) => row.filter((_, at) => columns[at]?.onlyLong !== true)),
  }));
  const figures = wideFigures(plan, columns, depth).map((figure) => ({
    figure,
    beside: companions.map(({ cells }) => cells(figure)),
  }));
  const cellOf = (unit: Unit | undefined, { figure }: (typeof figures)[number]) =>
    scoreCell(unit?.card.scores[figure.slot], unit && statusOf(unit.card, figure.slot), figure, plan);
  return {
    columns: figures.flatMap(({ figure: { id, title } }): Column[] => [
      {
        key: `${id}${suffix}`,
        title: suffix === '' ? title : `${title} (${plan.rubric.title})`,
        kind: 'score',
        digits: plan.rounding.digits,
      },
      ...companions.flatMap((companion) =>
        companion.columns.map((column) => ({
          ...column,
          key: `${id}${suffix}__${column.key}`,
          // A terminal may part it from its figure.
          title: `${title}: ${column.title.charAt(0).toLowerCase()}${column.title.slice(1)}`,
        })),
      ),
    ]),
    cells: (row) =>
      figures.flatMap((each) => [
        cellOf(shown.rows[row], each),
        ...each.beside.flatMap((cells) => cells[row] ?? []),
      ]),
  };
}
