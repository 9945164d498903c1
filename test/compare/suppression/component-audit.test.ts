import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componentAudit } from '../../../src/compare/suppression/component/component-audit.js';
import { componentProgram } from '../../../src/compare/suppression/component/component-program.js';
import { toldRows } from '../../../src/compare/suppression/component/told-rows.js';
import { keptWays, type Ways } from '../../../src/compare/suppression/component/ways.js';
import { components } from '../../../src/compare/suppression/components.js';
import { type Cell, type Knowledge, relation } from '../../../src/compare/suppression/knowledge.js';
import { loadSolver } from '../../../src/compare/suppression/solver/load-solver.js';

const solver = await loadSolver();

/** Figures from 1 to 5 that are all withheld, under means of some of them that are known, and bounds on pairs of them. */
const knowledges = fc
  .record({
    values: fc.array(fc.integer({ min: 4, max: 20 }), { minLength: 2, maxLength: 8 }),
    means: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    }),
    pairs: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 4 }),
    limit: fc.constantFrom(0.4, 1, 2.5),
    isEndless: fc.boolean(),
  })
  .map(({ values, means, pairs, limit, isEndless }): Knowledge => {
    const cells = values.map(
      (value, i): Cell => ({
        name: `c${i}`,
        value: value / 4,
        range: { min: 1, max: isEndless && i % 2 === 0 ? Number.POSITIVE_INFINITY : 5 },
        limit,
        standing: 'sensitive',
        loss: 1,
      }),
    );
    const sums = means.map((factors) => {
      const terms = cells.map((_, cell) => ({ cell, factor: factors[cell] ?? 0 }));
      const told = terms.reduce((sum, { cell, factor }) => sum + factor * (cells[cell]?.value ?? 0), 0);
      return relation(
        terms.filter(({ factor }) => factor > 0),
        told,
        cells,
      );
    });
    const bounds = pairs
      .filter(([a, b]) => a !== b && (cells[a]?.value ?? Number.NaN) >= (cells[b]?.value ?? Number.NaN))
      .map(([a, b]) => ({
        terms: [
          { cell: a, factor: 1 },
          { cell: b, factor: -1 },
        ],
        low: 0,
        high: Number.POSITIVE_INFINITY,
      }));
    return { cells, relations: [...sums, ...bounds], derivations: [] };
  });

test('whether by closed form, by moves or by the solver: just those cells are pinned that two linear programs pin', () => {
  fc.assert(
    fc.property(knowledges, fc.boolean(), (knowledge, isFirstShown) => {
      const isUnknown = () => true;
      for (const component of components(knowledge.relations, isUnknown)) {
        const { program, truth, widestPinned } = componentProgram(knowledge, component, isUnknown);
        const exact = solver.open(program);
        if (isFirstShown) exact.bound(0, truth[0] ?? 0, truth[0] ?? 0);
        const expected = component.cells.filter((_, column) => {
          const high = exact.highest(new Map([[column, 1]])).value;
          const low = -exact.highest(new Map([[column, -1]])).value;
          return high - low <= (widestPinned[column] ?? 0);
        });
        exact.close();
        const under = componentAudit(knowledge, component, isUnknown, solver, keptWays());
        const asked = () => under.pinned(component.cells).map(({ cell }) => cell);
        const before = asked();
        if (isFirstShown) {
          under.suppose(component.cells.slice(0, 1), () => {
            expect(asked()).toEqual(expected);
            return false;
          });
          expect(asked()).toEqual(before);
        } else expect(before).toEqual(expected);
        under.close();
      }
    }),
    { numRuns: 500 },
  );
});

test('where one row tells a figure once another is shown, two linear programs tell it too', () => {
  fc.assert(
    fc.property(knowledges, (knowledge) => {
      const isUnknown = () => true;
      for (const component of components(knowledge.relations, isUnknown)) {
        const known = componentProgram(knowledge, component, isUnknown);
        const told = toldRows(known);
        const shown: number[] = [];
        for (const [column, cell] of component.cells.entries()) {
          const under = componentAudit(knowledge, component, isUnknown, solver, keptWays());
          const rest = component.cells.filter((other) => other !== cell && !shown.includes(other));
          let pinned: readonly number[] = [];
          under.suppose([...shown, cell], () => {
            pinned = under.pinned(rest).map((found) => found.cell);
            return true;
          });
          under.close();
          const isAsked = (other: number) => rest.includes(component.cells[other] ?? -1);
          if (told.tell([column], isAsked)) expect(pinned).not.toEqual([]);
          if (pinned.length > 0) continue;
          told.show([column]);
          shown.push(cell);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('ways that were kept change nothing of what is found, be they of the same figures or of fewer', () => {
  fc.assert(
    fc.property(knowledges, fc.nat({ max: 7 }), (knowledge, shown) => {
      const ways = keptWays();
      const told = (isUnknown: (cell: number) => boolean, kept: Ways) =>
        components(knowledge.relations, isUnknown).flatMap((component) => {
          const under = componentAudit(knowledge, component, isUnknown, solver, kept);
          const found = under.pinned(component.cells).map(({ cell }) => cell);
          under.close();
          return found;
        });
      const fewer = (cell: number) => cell !== shown;
      const all = () => true;
      for (const isUnknown of [fewer, all, all, fewer]) {
        expect(told(isUnknown, ways)).toEqual(told(isUnknown, keptWays()));
      }
    }),
    { numRuns: 200 },
  );
});
