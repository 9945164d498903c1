import { everyUnit, statusOf, type Unit, unitName } from '../../compare/comparison.js';
import type { Plan, PlanNode } from '../../rubric/plan.js';
import type { Column, Table, TableCell } from '../tables/table.js';
import { text } from './cells.js';
import { longFigures, scoreCell } from './figure.js';
import { comparisonNotes } from './notes.js';
import { rubricSuffix, type Showing, type Shown } from './shown.js';

/** The matrix of dimensions and themes, one table a unit: cells, and at their ends what each dimension and theme comes to. */
export function matrixTables(showing: Showing): readonly Table[] {
  const tables = showing.byRubric.flatMap((shown) => shown.rows.map((unit) => matrix(unit, shown, showing)));
  const last = tables.at(-1);
  return last === undefined
    ? []
    : [...tables.slice(0, -1), { ...last, notes: comparisonNotes(showing, longFigures) }];
}

function matrix(unit: Unit, { comparison: { plan } }: Shown, showing: Showing): Table {
  const themes = plan.nodes.filter(({ kind }) => kind === 'theme');
  const dimensions = plan.nodes.filter(({ kind, depth }) => kind === 'dimension' && depth === 1);
  const overall = plan.nodes.find(({ kind }) => kind === 'overall');
  const cellOf = (node: PlanNode | undefined): TableCell =>
    node === undefined
      ? { kind: 'empty' }
      : scoreCell(unit.card.scores[node.slot], statusOf(unit.card, node.slot), node, plan);
  const cells = new Map(plan.nodes.map((node) => [node.id, node]));
  const { digits } = plan.rounding;
  return {
    title: [
      unit.level === everyUnit ? everyUnit : unitName(unit),
      ...(showing.withWave ? [unit.wave] : []),
      ...(rubricSuffix(plan, showing) === '' ? [] : [plan.rubric.title]),
    ].join(', '),
    columns: [
      { key: 'dimension', title: 'Dimension', kind: 'label' },
      ...themes.map(({ id, title }): Column => ({ key: id, title, kind: 'score', digits })),
      { key: 'dimension_score', title: 'Whole dimension', kind: 'score', digits },
    ],
    rows: [
      ...dimensions.map((dimension) => [
        text(dimension.title),
        ...themes.map((theme) => cellOf(cells.get(`${dimension.id}__${theme.id}`))),
        cellOf(dimension),
      ]),
      [text(bottomLine(plan)), ...themes.map(cellOf), cellOf(overall)],
    ],
    notes: [],
  };
}

/** Below the cells of a theme stands the theme; in the corner the overall score, where there is one. */
function bottomLine({ nodes }: Plan): string {
  return nodes.some(({ kind }) => kind === 'overall') ? 'Whole theme, overall' : 'Whole theme';
}
