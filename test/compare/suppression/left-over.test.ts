import { expect, test } from 'vitest';
import { alikeParts } from '../../../src/compare/suppression/reader/alike.js';
import { rowSums } from '../../../src/compare/suppression/reader/row-sums.js';
import { measures } from '../../../src/compare/suppression/reader/shown-table.js';
import { type CountedCell, tableCells } from '../../../src/compare/suppression/reader/table-cells.js';
import { compared, planOf } from './compared.js';

test('what no row stands for is named by its row and its measure', () => {
  const plan = planOf('organisation: { of: responses }', 'mean');
  const values = [1, 2];
  const comparison = compared(plan, [
    { organisation: 'North', department: 'A', values },
    { organisation: 'North', department: 'B', values },
    { organisation: 'North', department: 'B', values },
  ]);
  // Of B no row is shown.
  const rows = comparison.units.filter(({ path }) => path.length === 1 || path[1] === 'A');
  const cells: CountedCell[] = [];
  const shown = { rows, figures: plan.nodes, measures };
  const table = tableCells(comparison, [shown], { known: [], linked: [] }, [], cells);
  const [data] = plan.nodes;
  if (data === undefined) throw new Error('a node of the test');
  for (const measure of ['scores', 'coverage', 'low'] as const) {
    rowSums(table, data, measure, plan, alikeParts(rows, measure, plan));
  }
  expect(cells.filter(({ role }) => role === 'unseen').map(({ name }) => name)).toEqual([
    'what is left of North without the rows shown, data',
    'what is left of North without the rows shown, data (coverage)',
    'what is left of North without the rows shown, data (low)',
  ]);
});
