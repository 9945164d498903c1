import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collector } from '../../../src/compare/collect.js';
import type { Comparison } from '../../../src/compare/comparison.js';
import { blanked } from '../../../src/compare/suppression/blank.js';
import { peopleBehind } from '../../../src/compare/suppression/reader/people-behind.js';
import { measures, type ShownTable } from '../../../src/compare/suppression/reader/shown-table.js';
import { loadSolver } from '../../../src/compare/suppression/solver/load-solver.js';
import { suppress } from '../../../src/compare/suppression/suppress.js';
import { loadQuestionnaire } from '../../../src/questionnaire/load.js';
import { makePlan } from '../../../src/rubric/make-plan.js';
import type { Plan } from '../../../src/rubric/plan.js';
import { scorer } from '../../../src/rubric/score.js';
import { questionnaire } from '../privacy/support.js';

const rollups = [
  'organisation: { of: responses }',
  'organisation: { of: department }',
  'organisation: { method: sum }',
  'organisation: { method: max }, department: { method: median }',
  'organisation: { method: geometric_mean }',
];

function planOf(rollup: string, overall: string): Plan {
  const text = questionnaire({ rollup, overall });
  const loaded = loadQuestionnaire('q.yaml', { read: () => ({ text }), resolve: (_, path) => path });
  if (loaded.questionnaire === undefined) throw new Error('a questionnaire of the test');
  return makePlan(loaded.questionnaire, loaded.locator).plan;
}

interface Answered {
  readonly organisation: string;
  readonly department: string;
  readonly values: readonly (number | undefined)[];
}

function compared(plan: Plan, responses: readonly Answered[]): Comparison {
  const { add, finish } = collector(plan);
  const score = scorer(plan);
  for (const [i, { organisation, department, values }] of responses.entries()) {
    const profile = { organisation, department };
    const states = values.map((value) =>
      value === undefined ? ('unanswered' as const) : ('value' as const),
    );
    const card = score({ given: { values: [...values], profile }, states });
    add({ id: `r${i}`, profile }, card);
  }
  return finish();
}

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
