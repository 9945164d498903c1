import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../../src/compare/suppression/audit.js';
import {
  type Cell,
  isHidden,
  type Knowledge,
  type Relation,
  relation,
} from '../../../src/compare/suppression/knowledge.js';
import { loadSolver } from '../../../src/compare/suppression/solver/load-solver.js';
import { withhold } from '../../../src/compare/suppression/withhold.js';
import { countsTable } from './counts-table.js';

const solver = await loadSolver();

/** Small tables of counts, with what is sensitive in them. */
const tables = fc
  .record({ rows: fc.integer({ min: 2, max: 3 }), columns: fc.integer({ min: 2, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      counts: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      sensitive: fc.uniqueArray(
        fc
          .tuple(fc.integer({ min: 0, max: rows - 1 }), fc.integer({ min: 0, max: columns - 1 }))
          .map(([row, column]) => `${'wxy'[row]}${'abc'[column]}`),
        { minLength: 1, maxLength: 3 },
      ),
      limit: fc.constantFrom(0.5, 1, 2),
    }),
  )
  .map(({ counts, ...options }) => {
    const head = [...'abc'].slice(0, counts[0]?.length).join(' ');
    const lines = counts.map((row, i) => `${'wxy'[i]} ${row.join(' ')}`);
    return countsTable([head, ...lines].join('\n'), options);
  });

/** Every way to fill in the withheld counts of a table, as whole numbers from 0. */
function fillings(
  { cells, relations }: Knowledge,
  withheld: readonly number[],
): readonly (readonly number[])[] {
  // Withheld totals can be larger than any that there are; a few more are enough to pass every limit.
  const most = Math.max(...cells.map(({ value }) => value)) + 3;
  const found: (readonly number[])[] = [];
  const values = cells.map(({ value }) => value);
  const holds = ({ terms, low, high }: Relation, isOpen: (cell: number) => boolean): boolean => {
    if (terms.some(({ cell }) => isOpen(cell))) return true;
    const sum = terms.reduce((total, { cell, factor }) => total + factor * (values[cell] ?? 0), 0);
    return sum >= low && sum <= high;
  };
  const fill = (at: number): void => {
    const open = new Set(withheld.slice(at));
    if (!relations.every((each) => holds(each, (cell) => open.has(cell)))) return;
    const cell = withheld[at];
    if (cell === undefined) {
      found.push(withheld.map((each) => values[each] ?? 0));
      return;
    }
    for (let value = 0; value <= most; value++) {
      values[cell] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return found;
}

test('no withheld count of a small table can be told from all the ways to fill it in', () => {
  fc.assert(
    fc.property(tables, (knowledge) => {
      const { pattern, disclosures } = withhold(knowledge, solver);
      const withheld = knowledge.cells.flatMap((cell, i) => (isHidden(cell) || pattern.has(i) ? [i] : []));
      // A table of so few figures may give them away whatever is withheld, never unsaid.
      fc.pre(disclosures.length === 0 && withheld.length <= 6);
      const ways = fillings(knowledge, withheld);
      for (const [at, cell] of withheld.entries()) {
        const values = ways.map((way) => way[at] ?? 0);
        const width = Math.max(...values) - Math.min(...values);
        expect(width, knowledge.cells[cell]?.name).toBeGreaterThan(knowledge.cells[cell]?.limit ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

/** Figures under random equations that hold of them. */
const systems = fc
  .record({
    cells: fc.array(
      fc.record({
        value: fc.integer({ min: 1, max: 9 }),
        isSensitive: fc.boolean(),
        loss: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 3, maxLength: 8 },
    ),
    equations: fc.array(
      fc.array(fc.tuple(fc.nat(7), fc.constantFrom(-2, -1, 1, 2)), { minLength: 2, maxLength: 5 }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ cells, equations }): Knowledge => {
    const made = cells.map(
      ({ value, isSensitive, loss }, i): Cell => ({
        name: `x${i}`,
        value,
        range: { min: 0, max: 10 },
        limit: 1e-3,
        standing: isSensitive ? 'sensitive' : 'open',
        loss,
      }),
    );
    return {
      cells: made,
      derivations: [],
      relations: equations.map((equation) => {
        const factors = new Map(equation.map(([cell, factor]) => [cell % cells.length, factor]));
        const terms = [...factors].map(([cell, factor]) => ({ cell, factor }));
        const constant = terms.reduce((sum, { cell, factor }) => sum + factor * (made[cell]?.value ?? 0), 0);
        return relation(terms, constant, made);
      }),
    };
  });

/** The cells that equations alone tell: those of rows of the reduced form that have one unknown. */
function solved({ cells, relations }: Knowledge, isUnknown: (cell: number) => boolean): readonly number[] {
  const rows = relations.map(({ terms }) => {
    const row = cells.map(() => 0);
    for (const { cell, factor } of terms) if (isUnknown(cell)) row[cell] = factor;
    return row;
  });
  let at = 0;
  for (const column of cells.keys()) {
    const pivot = rows.findIndex((row, i) => i >= at && Math.abs(row[column] ?? 0) > 1e-9);
    const [top, found] = [rows[at], rows[pivot]];
    if (top === undefined || found === undefined) continue;
    rows[pivot] = top;
    const unit = found.map((factor) => factor / (found[column] ?? 1));
    rows[at] = unit;
    for (const [i, row] of rows.entries()) {
      if (i === at) continue;
      const times = row[column] ?? 0;
      rows[i] = row.map((factor, j) => factor - times * (unit[j] ?? 0));
    }
    at++;
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((factor, cell) => (Math.abs(factor) > 1e-9 ? [cell] : []));
    return left.length === 1 ? left : [];
  });
}

test('elimination solves for no withheld figure', () => {
  fc.assert(
    fc.property(systems, (knowledge) => {
      const { pattern, disclosures } = withhold(knowledge, solver);
      const isUnknown = (cell: number) => {
        const found = knowledge.cells[cell];
        return found !== undefined && (isHidden(found) || pattern.has(cell));
      };
      const told = new Set(disclosures.map(({ cell }) => cell));
      expect(solved(knowledge, isUnknown).filter((cell) => !told.has(cell))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('nothing is withheld that could be shown: each figure given back would tell another', () => {
  fc.assert(
    fc.property(systems, (knowledge) => {
      const { pattern, disclosures } = withhold(knowledge, solver);
      fc.pre(disclosures.length === 0);
      for (const cell of pattern) {
        const others = new Set([...pattern].filter((other) => other !== cell));
        expect(audit(knowledge, others, solver), knowledge.cells[cell]?.name).not.toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
