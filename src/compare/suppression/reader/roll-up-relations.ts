import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { joined } from '../../joined.js';
import { relation } from '../knowledge.js';
import type { Ties } from '../others/other-figures.js';
import { alikeParts } from './alike.js';
import { type RowSum, rowSums } from './row-sums.js';
import { isNode, type Measure } from './shown-table.js';
import type { TableCells } from './table-cells.js';
import { type Tied, tiedRows } from './tied-rows.js';

/** How figures of rows hang together with the same figure of other rows, which are made of the same responses. */
export function rollUpRelations(table: TableCells, plan: Plan): () => Ties {
  const nodes: readonly PlanNode[] = table.figures.filter(isNode);
  const scores = alikeParts(table.rows, 'scores', plan);
  const coverage = table.measures.includes('coverage') ? alikeParts(table.rows, 'coverage', plan) : scores;
  const made = nodes.flatMap((node) =>
    table.measures.map((measure) => {
      const alike = measure === 'coverage' ? coverage : scores;
      return { node, measure, sums: rowSums(table, node, measure, plan, alike) };
    }),
  );
  return () => tiesOf(made, table, plan);
}

/** What a figure of rows is made of. */
interface Made {
  readonly node: PlanNode;
  readonly measure: Measure;
  readonly sums: readonly RowSum[];
}

function tiesOf(made: readonly Made[], table: TableCells, plan: Plan): Ties {
  const tied = tiedRows(table, plan);
  const all = made.map(({ node, measure, sums }): Tied => {
    const relations = sums.map(({ whole, offset, terms }) =>
      relation([...terms, { cell: whole, factor: -1 }], -offset, table.cells),
    );
    if (measure === 'coverage') return { relations, derivations: [] };
    const found = tied(node, measure);
    return { relations: [...relations, ...found.relations], derivations: found.derivations };
  });
  return {
    relations: joined(all.map(({ relations }) => relations)),
    derivations: joined(all.map(({ derivations }) => derivations)),
    mixtures: joined(made.map(({ sums }) => sums)).map(({ terms }) => terms),
  };
}
