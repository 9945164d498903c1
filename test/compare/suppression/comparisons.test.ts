import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blanked } from '../../../src/compare/suppression/blank.js';
import { peopleBehind } from '../../../src/compare/suppression/reader/people-behind.js';
import { measures, type ShownTable } from '../../../src/compare/suppression/reader/shown-table.js';
import { loadSolver } from '../../../src/compare/suppression/solver/load-solver.js';
import { suppress } from '../../../src/compare/suppression/suppress.js';
import { type Answered, compared, planOf } from './compared.js';

const rollups = [
  'organisation: { of: responses }',
  'organisation: { of: department }',
  'organisation: { method: sum }',
  'organisation: { method: max }, department: { method: median }',
  'organisation: { method: geometric_mean }',
];

const settings = fc.record({
  rollup: fc.constantFrom(...rollups),
  overall: fc.constantFrom('mean', 'min', 'geometric_mean'),
  isLong: fc.boolean(),
  responses: fc.array(
    fc.record({
      organisation: fc.constantFrom('North', 'South'),
      department: fc.constantFrom('A', 'B', 'C'),
      values: fc.tuple(
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 6 }),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 6 }),
      ),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

interface Setting {
  readonly rollup: string;
  readonly overall: string;
  readonly isLong: boolean;
  readonly responses: readonly Answered[];
}

async function withheldAt({ rollup, overall, isLong, responses }: Setting, minGroup: number) {
  const plan = planOf(rollup, overall);
  const comparison = compared(plan, responses);
  const shown: ShownTable = {
    rows: comparison.units.filter(({ response }) => response === undefined),
    figures: plan.nodes,
    measures: isLong ? measures : ['scores'],
  };
  const told = {
    comparison,
    tables: [{ ...shown, measures: ['scores'] as const }],
    beside: isLong ? [shown] : [],
  };
  const suppression = await suppress({ comparisons: [told] }, { minGroup }, loadSolver);
  const { blank } = blanked(told, suppression, minGroup);
  const cells = new Map<string, { readonly was: number; readonly is: number; readonly people: number }>();
  for (const unit of shown.rows) {
    for (const figure of shown.figures) {
      for (const measure of shown.measures) {
        const was = unit.card[measure][figure.slot] ?? Number.NaN;
        const is = blank(unit).card[measure][figure.slot] ?? Number.NaN;
        cells.set(`${unit.path.join('/')} ${figure.id} ${measure}`, {
          was,
          is,
          people: peopleBehind(unit, figure, plan, measure),
        });
      }
    }
  }
  return { cells, revealed: suppression.revealed };
}

test('what is shown is as it was, and nothing about too few is', async () => {
  await fc.assert(
    fc.asyncProperty(settings, fc.integer({ min: 2, max: 6 }), async (setting, minGroup) => {
      const { cells, revealed } = await withheldAt(setting, minGroup);
      expect(revealed).toEqual([]);
      for (const [name, { was, is, people }] of cells) {
        if (people < minGroup) expect(is, name).toBeNaN();
        else if (!Number.isNaN(is)) expect(is, name).toBe(was);
      }
    }),
    { numRuns: 40 },
  );
});

test('what stands beside scores takes none of them away', async () => {
  await fc.assert(
    fc.asyncProperty(settings, fc.integer({ min: 2, max: 6 }), async (setting, minGroup) => {
      const alone = await withheldAt({ ...setting, isLong: false }, minGroup);
      const beside = await withheldAt({ ...setting, isLong: true }, minGroup);
      for (const [name, { is }] of alone.cells) expect(beside.cells.get(name)?.is, name).toBe(is);
    }),
    { numRuns: 60 },
  );
});

test('a larger least group never shows more', async () => {
  await fc.assert(
    fc.asyncProperty(
      settings,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      async (setting, minGroup, more) => {
        const lax = await withheldAt(setting, minGroup);
        const strict = await withheldAt(setting, minGroup + more);
        for (const [name, { is }] of strict.cells) {
          if (!Number.isNaN(is)) expect(lax.cells.get(name)?.is, name).toBe(is);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a pooled organisation and its departments: what is shown leaves each small one open', async () => {
  const rollup = 'organisation: { of: responses }';
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const responses = setting.responses.map(({ values: [first, second], ...unit }) => ({
        ...unit,
        values: [first ?? 1, second ?? 2] as const,
      }));
      const { cells } = await withheldAt(
        { ...setting, rollup, isLong: false, overall: 'mean', responses },
        5,
      );
      for (const organisation of ['North', 'South']) {
        for (const node of ['data', 'culture', 'overall']) {
          const parts = ['A', 'B', 'C'].flatMap(
            (name) => cells.get(`${organisation}/${name} ${node} scores`) ?? [],
          );
          const total = cells.get(`${organisation} ${node} scores`);
          const hidden = parts.filter(({ is }) => Number.isNaN(is));
          // One unknown in a sum of known ones is no unknown.
          if (hidden.length === 1) expect(total?.is).toBeNaN();
        }
      }
    }),
    { numRuns: 40 },
  );
});
