import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentAudit } from '../../../src/compare/suppression/component/component-audit.js';
import { componentProgram } from '../../../src/compare/suppression/component/component-program.js';
import { isPossible } from '../../../src/compare/suppression/component/is-possible.js';
import { toldBounds } from '../../../src/compare/suppression/component/told-bounds.js';
import { keptWays } from '../../../src/compare/suppression/component/ways.js';
import { components } from '../../../src/compare/suppression/components.js';
import type { Cell, Knowledge, Relation } from '../../../src/compare/suppression/knowledge.js';
import { loadSolver } from '../../../src/compare/suppression/solver/load-solver.js';

const solver = await loadSolver();

/** How many of a unit name a barrier in two questions, and in the dimension that has both. */
type Counts = readonly [first: number, second: number, either: number];

/** Counts of units and of the whole that they make up, in which a dimension has no fewer than each of its questions, and no more than both. */
function counts(units: readonly Counts[]): Knowledge {
  const whole = [0, 1, 2].map((i) => units.reduce((sum, unit) => sum + (unit[i] ?? 0), 0));
  const rows = [...units, whole];
  const names = ['first', 'second', 'either'];
  const cells = rows.flatMap((row, unit) =>
    row.map(
      (value, i): Cell => ({
        name: `${unit === units.length ? 'whole' : `unit ${unit}`}, ${names[i]}`,
        value,
        range: { min: 0, max: 4 * (unit === units.length ? units.length : 1) },
        limit: 0.5,
        standing: 'sensitive',
        loss: 1,
      }),
    ),
  );
  const bounds = rows.flatMap((_, unit): readonly Relation[] => {
    const [first, second, either] = [3 * unit, 3 * unit + 1, 3 * unit + 2];
    const atLeastNought = (terms: Relation['terms']): Relation => ({
      terms,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      sums: [],
    });
    const noFewer = [first, second].map((cell) =>
      atLeastNought([
        { cell: either, factor: 1 },
        { cell, factor: -1 },
      ]),
    );
    const noMore = atLeastNought([
      { cell: first, factor: 1 },
      { cell: second, factor: 1 },
      { cell: either, factor: -1 },
    ]);
    return [...noFewer, noMore];
  });
  const totals = [0, 1, 2].map((i): Relation => {
    const parts = units.map((_, unit) => ({ cell: 3 * unit + i, factor: 1 }));
    return { terms: [...parts, { cell: 3 * units.length + i, factor: -1 }], low: 0, high: 0 };
  });
  // Each bound of the whole is what that bound of all units comes to.
  const sums = [0, 1, 2].map((i) => ({
    whole: 3 * units.length + i,
    parts: units.map((_, unit) => 3 * unit + i),
  }));
  return {
    cells,
    relations: [...bounds.map((bound, at) => ({ ...bound, sums: [at % 3] })), ...totals],
    derivations: [],
    sums,
  };
}

const someCounts = fc
  .array(
    fc
      .tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }))
      .map(([a, b, more]): Counts => [a, b, Math.min(a + b, Math.max(a, b) + more)]),
    { minLength: 2, maxLength: 3 },
  )
  .chain((units) => {
    const size = 3 * (units.length + 1);
    return fc.record({
      knowledge: fc.constant(counts(units)),
      shown: fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: size - 2 }),
    });
  });

describe('what single relations tell, one after the other', () => {
  test('where a whole meets its bound, so does every part: who names either barrier names the first', () => {
    const knowledge = counts([
      [2, 1, 2],
      [1, 0, 1],
    ]);
    // Shown are what either comes to in the whole, and the first question in all.
    const shown = new Set([0, 3, 6, 8]);
    const isUnknown = (cell: number) => !shown.has(cell);
    const [component = { cells: [], relations: [] }] = components(knowledge.relations, isUnknown);
    const told = toldBounds(componentProgram(knowledge, component, isUnknown));
    const either = told.pin(2);
    expect([either?.low, either?.high]).toEqual([2, 2]);
    const behind = new Set(either?.relations.flatMap((at) => knowledge.relations[at]?.terms ?? []));
    expect([...behind].map(({ cell }) => knowledge.cells[cell]?.name)).toContain('whole, either');
  });

  test('a sum tells nothing where one of its parts hangs together with others', () => {
    const knowledge = counts([
      [2, 2, 4],
      [1, 2, 2],
      [2, 2, 4],
    ]);
    // What names the second in the last unit is unknown too, and nothing ties it to the figures that are asked about.
    const shown = [1, 2, 4, 6, 8, 10];
    const isUnknown = (cell: number) => !shown.includes(cell);
    const all = components(knowledge.relations, isUnknown);
    const component = all.find(({ cells }) => cells.includes(5)) ?? { cells: [], relations: [] };
    expect(component.cells).not.toContain(7);
    expect(toldBounds(componentProgram(knowledge, component, isUnknown)).pin(5)).toBeUndefined();
  });

  test('is nothing that two linear programs do not tell', () => {
    fc.assert(
      fc.property(someCounts, ({ knowledge, shown }) => {
        const isUnknown = (cell: number) => !shown.includes(cell);
        for (const component of components(knowledge.relations, isUnknown)) {
          const known = componentProgram(knowledge, component, isUnknown);
          const told = toldBounds(known);
          const exact = solver.open(known.program);
          const expected = component.cells.filter((_, column) => {
            const high = exact.highest(new Map([[column, 1]])).value;
            const low = -exact.highest(new Map([[column, -1]])).value;
            return high - low <= (known.widestPinned[column] ?? 0);
          });
          exact.close();
          for (const cell of component.cells) if (told.pin(cell)) expect(expected).toContain(cell);
          const under = componentAudit(knowledge, component, isUnknown, solver, keptWays());
          expect(under.pinned(component.cells).map(({ cell }) => cell)).toEqual(expected);
          under.close();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a dive ends in a way in which all can be, or in none', () => {
    let found = 0;
    fc.assert(
      fc.property(someCounts, fc.boolean(), ({ knowledge, shown }, isUp) => {
        const isUnknown = (cell: number) => !shown.includes(cell);
        for (const component of components(knowledge.relations, isUnknown)) {
          const known = componentProgram(knowledge, component, isUnknown);
          const way = toldBounds(known).dive([...component.cells.keys()], () => (isUp ? 1 : -1));
          if (way === undefined) continue;
          found += 1;
          expect(isPossible(way, known.program.rows, 1e-9)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
