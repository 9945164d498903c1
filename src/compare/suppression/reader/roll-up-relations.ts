import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { type Derivation, type Relation, relation } from '../knowledge.js';
import { alikeParts } from './alike.js';
import { type RowSum, rowSums } from './row-sums.js';
import { isNode, type Measure } from './shown-table.js';
import type { TableCells } from './table-cells.js';
import { tiedRows } from './tied-rows.js';

/** What rows tell of one another, since they are made of the same responses. */
export interface RollUpRelations {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  /** The parts of each row's figure, that are mixed in it by known shares. */
  readonly rows: readonly Pick<RowSum, 'whole' | 'terms'>[];
}

/** How figures of rows hang together with the same figure of other rows. */
export function rollUpRelations(table: TableCells, plan: Plan): RollUpRelations {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const rows: Pick<RowSum, 'whole' | 'terms'>[] = [];
  const nodes: readonly PlanNode[] = table.figures.filter(isNode);
  const scores = alikeParts(table.rows, 'scores', plan);
  const coverage = table.measures.includes('coverage') ? alikeParts(table.rows, 'coverage', plan) : scores;
  const tied = tiedRows(table, plan);
  const add = (node: PlanNode, measure: Measure): void => {
    const alike = measure === 'coverage' ? coverage : scores;
    for (const { whole, offset, terms } of rowSums(table, node, measure, plan, alike)) {
      relations.push(relation([...terms, { cell: whole, factor: -1 }], -offset, table.cells));
      rows.push({ whole, terms });
    }
    if (measure === 'coverage') return;
    const found = tied(node, measure);
    relations.push(...found.relations);
    derivations.push(...found.derivations);
  };
  for (const node of nodes) for (const measure of table.measures) add(node, measure);
  return { relations, derivations, rows };
}
