import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeParts, type UnitChange, type Wave } from '../../../src/compare/waves/change.js';
import type { KeptAnswers } from '../../../src/compare/waves/kept-answers.js';
import { nodeChange, nodePairs } from '../../../src/compare/waves/node-changes.js';
import { roundParts } from '../../../src/compare/waves/round-parts.js';
import { type AnswersBefore, asTheyAre } from '../../../src/compare/waves/translate.js';
import { waveStep } from '../../../src/compare/waves/wave-step.js';
import { isSound, loadQuestionnaire } from '../../../src/questionnaire/load.js';
import { makePlan } from '../../../src/rubric/make-plan.js';
import type { AnswerState, Plan } from '../../../src/rubric/plan.js';
import { questionnaire } from '../../support/questionnaire.js';

describe('parts as they are printed', () => {
  test('what is lost by cutting down goes to those that lost most', () => {
    expect(roundParts([1 / 3, 1 / 3, 1 / 3, 0], 1, 2)).toEqual([0.34, 0.33, 0.33, 0]);
    expect(roundParts([0.004, 0.004, 0, 0], 0.01, 2)).toEqual([0.01, 0, 0, 0]);
    expect(roundParts([0.005, -0.005, 0, 0], 0, 2)).toEqual([0.01, -0.01, 0, 0]);
  });

  test('they add up whatever they are, and none is more than a digit and a bit away', () => {
    const part = fc.double({ min: -50, max: 50, noNaN: true });
    const some = fc.record({
      parts: fc.array(fc.oneof(part, fc.constant(0)), { minLength: 4, maxLength: 4 }),
      before: part,
      digits: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(some, ({ parts, before, digits }) => {
        const unit = 10 ** digits;
        const whole = (x: number) => Math.round(x * unit) + 0;
        const after = parts.reduce((sum, each) => sum + each, before);
        const total = whole(after) - whole(before);
        const rounded = roundParts(parts, total / unit, digits);
        expect(rounded.reduce((sum, each) => sum + whole(each), 0)).toBe(total);
        for (const [i, each] of rounded.entries()) {
          expect(Math.abs(whole(each) - (parts[i] ?? 0) * unit)).toBeLessThanOrEqual(2 + 1e-6);
        }
      }),
    );
  });
});

const grouping: Wave['grouping'] = {
  keys: [
    { kind: 'unit', id: 'organisation', title: 'Organisation', depth: 1 },
    { kind: 'unit', id: 'department', title: 'Department', depth: 2 },
    { kind: 'response', id: 'response', title: 'Response' },
  ],
  registered: [],
  total: true,
};
const states: readonly AnswerState[] = ['unanswered', 'dont_know', 'not_applicable', 'value'];
const answer = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 5 }).map((value) => ({ state: 'value' as const, value })),
  },
  fc.constantFrom(...states.slice(0, 3)).map((state) => ({ state, value: undefined })),
);
const answers = fc.array(answer, { minLength: 5, maxLength: 5 });
const wave = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    unit: fc.constantFrom('Aldham', 'Bury'),
    inner: fc.constantFrom('Housing', 'Planning'),
    answers,
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const rubric = fc.record({
  rollup: fc.constantFrom('responses', 'department'),
  method: fc.constantFrom('mean', 'sum', 'min', 'median', 'geometric_mean'),
  coverage: fc.constantFrom(0, 0.4, 0.8),
  missing: fc.constantFrom('exclude', 'lowest', '2.5'),
  digits: fc.integer({ min: 0, max: 3 }),
  mode: fc.constantFrom('half_up', 'half_even'),
  weights: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 5 }),
});

function planOf({ rollup, method, coverage, missing, digits, mode, weights }: Rubric): Plan {
  const questions = weights
    .map((weight, i) => `      - { id: q${i}, text: "Question ${i}?", scale: five, weight: ${weight} }`)
    .join('\n');
  const text = questionnaire(`profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
scales:
  five: { levels: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }, { value: 4, label: D }, { value: 5, label: E }] }
dimensions:
  - id: d
    title: D
    questions:
${questions}
rubric: { rollup: { organisation: { of: ${rollup} } }, method: ${method}, coverage: ${coverage}, missing: { unanswered: ${missing} }, round: { digits: ${digits}, mode: ${mode} } }
`);
  const loaded = loadQuestionnaire('q.yaml', { read: () => ({ text }), resolve: (_, path) => path });
  if (!isSound(loaded)) throw new Error('the questionnaire of this test is not sound');
  return makePlan(loaded.questionnaire, loaded.locator).plan;
}

type Value<T> = T extends fc.Arbitrary<infer V> ? V : never;
type Rubric = Value<typeof rubric>;

function kept(responses: Value<typeof wave>): readonly KeptAnswers[] {
  return responses.map(({ id, unit, inner, answers: said }) => ({
    response: { id: String(id), profile: { organisation: unit, department: inner } },
    path: [unit, inner],
    answers: () => ({
      values: said.map(({ value }) => value),
      states: said.map(({ state }) => state),
    }),
    people: 1,
  }));
}

function changesOf(before: Wave, after: Wave, asBefore: AnswersBefore): readonly UnitChange[] {
  return waveStep(before, after, [], asBefore).changes;
}

test('for random answers, blanks, weights and rubrics the parts add up to the printed change', () => {
  fc.assert(
    fc.property(wave, wave, rubric, fc.option(rubric), (first, second, one, other) => {
      const plan = planOf(one);
      const later = other === null ? plan : planOf(other);
      const before = { name: '1', plan, responses: kept(first), grouping };
      const after = { name: '2', plan: later, responses: kept(second), grouping };
      const found = changesOf(before, after, asTheyAre(plan === later));
      const unit = 10 ** later.rounding.digits;
      for (const change of found) {
        for (const node of nodePairs(plan.nodes, later.nodes, (id) => id)) {
          const { change: total, parts, before: from, after: to } = nodeChange(change, node, after);
          if (Number.isNaN(from) || Number.isNaN(to)) {
            expect(total).toBeNaN();
            continue;
          }
          const whole = (x: number) => Math.round(x * unit) + 0;
          expect(whole(total)).toBe(whole(to) - whole(from));
          expect(changeParts.reduce((sum, part) => sum + whole(parts[part]), 0)).toBe(whole(total));
          if (plan === later) expect(parts.definition).toBe(0);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('the same responses with the same answers change by the rubric alone', () => {
  fc.assert(
    fc.property(wave, rubric, rubric, (responses, one, other) => {
      const [before, after] = [one, other].map((each) => ({
        name: '',
        plan: planOf(each),
        responses: kept(responses),
        grouping,
      }));
      if (before === undefined || after === undefined) return;
      for (const change of changesOf(before, after, asTheyAre(false))) {
        for (const node of nodePairs(before.plan.nodes, after.plan.nodes, (id) => id)) {
          const { change: total, parts } = nodeChange(change, node, after);
          if (!Number.isNaN(total))
            expect(parts).toMatchObject({ who: 0, answers: 0, answered: 0, definition: total });
        }
      }
    }),
    { numRuns: 60 },
  );
});
