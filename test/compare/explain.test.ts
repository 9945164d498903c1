import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collector } from '../../src/compare/collect.js';
import type { Comparison, Unit } from '../../src/compare/comparison.js';
import { type Focus, type FocusTarget, focus, unitsOf } from '../../src/compare/explain/focus.js';
import { mostSearched, nextUnitBand } from '../../src/compare/explain/next-band.js';
import { deriveUnit } from '../../src/compare/explain/unit-derivation.js';
import { text } from '../../src/export/derivations/text.js';
import type { Response } from '../../src/response/response.js';
import { answersOf } from '../../src/rubric/derivation/derivation.js';
import { combiningMethods } from '../../src/rubric/methods/registry.js';
import { round } from '../../src/rubric/numerics.js';
import type { Plan } from '../../src/rubric/plan.js';
import { scorer } from '../../src/rubric/score.js';
import { workOut } from '../rubric/explain-arithmetic.js';
import { planOf, responseOf } from '../rubric/explain-support.js';

const head = `profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: staff, title: Staff, type: number }
scales: { four: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] } }
dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: people, title: People, questions: [{ id: skills, text: Are there skills?, scale: four }] }
`;
const bands =
  'bands: [{ id: low, label: Low, from: 1 }, { id: middle, label: Middle, from: 2 }, { id: high, label: High, from: 3 }]';

interface Compared {
  readonly comparison: Comparison;
  readonly kept: Focus;
  readonly unit: Unit;
}

function compared(plan: Plan, responses: readonly Response[], target: FocusTarget): Compared {
  const kept = focus(target);
  const collect = collector(plan);
  const score = scorer(plan);
  for (const response of responses) {
    kept.add(response);
    collect.add(response, score(answersOf(plan, response)));
  }
  const comparison = collect.finish();
  const [unit] = unitsOf(comparison, target);
  if (unit === undefined) throw new Error('no such unit');
  return { comparison, kept, unit };
}

function explained(plan: Plan, { kept, unit }: Compared, id: string, depth = 0): string {
  const derivation = deriveUnit(plan, unit, id, { kept, depth });
  if (derivation === undefined) throw new Error(`no figure ${id}`);
  const nextBand = nextUnitBand(plan, unit, id, kept);
  return text.write({ plan, subject: unit.path.join(' › '), wave: unit.wave, derivation, nextBand });
}

const at = (department: string, more: Response['profile'] = {}) => ({
  profile: { organisation: 'Northbridge', department, ...more },
});
const north: FocusTarget = { units: { organisation: 'Northbridge' } };

describe('three departments, one of them answered by a workshop and by somebody alone', () => {
  const plan = planOf(`${head}rubric:
  ${bands}
  gates: [{ on: overall, if: scores.people < 2, cap: 2.5, because: People first. }]
  indices:
    - { id: ready, title: Ready, score: 0.5 * scores.data + 0.5 * scores.people }
    - { id: own, title: Own, score: answers.owner * 2 }
  rollup:
    organisation: { min_children: 2, weight: staff }
    prefer: workshop
`);
  const responses = [
    responseOf({ owner: 4, skills: 2 }, { id: 'a', ...at('Housing', { staff: 30 }) }),
    responseOf({ owner: 1, skills: 1 }, { id: 'b', ...at('Planning', { staff: 10 }) }),
    responseOf({ owner: 4, skills: 1 }, { id: 'c', mode: 'workshop', ...at('Planning', { staff: 10 }) }),
    responseOf({ owner: '?dont_know' }, { id: 'd', ...at('Parks', { staff: 5 }) }),
    responseOf({ owner: 1 }, { id: 'e', profile: { organisation: 'Southgate', department: 'Parks' } }),
  ];
  const all = compared(plan, responses, north);

  test('overall', () => {
    expect(explained(plan, all, 'overall')).toMatchInlineSnapshot(`
      "Overall (overall) of Northbridge: 2.5, Middle
        The weighted mean, Σws / Σw.
        mean over department (2): (30 × 3 + 10 × 2.5) / (30 + 10) = 2.875
        2 of 3 have a score; at least 2 must; 2 responses below
        Weighted by staff
        Responses of mode workshop speak for the rest of their unit; passed over: b
        Housing: 3; weight 30, 75 % of the result
        Planning: 2.5; weight 10, 25 % of the result
        Parks: not enough answers for a score; does not count
        Coverage 0.6667, the mean of theirs
        Gate, cap 2.5: brings 2.875 down to 2.5. People first.
          since scores.people < 2
            scores.people is 1.75
        Depending on the answers that are missing it could lie between 2.5 and 3
        Rounded to 2 decimals, half up: 2.5 → 2.5
        Band: Middle (from 2)
        The next band up is High (from 3). Any one of these changes would reach it:
          a, Are there skills? (skills): 3 (Established) instead of 2 (Emerging), which makes 3.25
          c, Are there skills? (skills): 2 (Emerging) instead of 1 (Starting), which makes 3
          d, Are there skills? (skills): 4 (Leading) instead of a blank, which makes 3
      "
    `);
  });
  test('a level further down', () => {
    expect(explained(plan, all, 'overall', 1)).toMatchInlineSnapshot(`
      "Overall (overall) of Northbridge: 2.5, Middle
        The weighted mean, Σws / Σw.
        mean over department (2): (30 × 3 + 10 × 2.5) / (30 + 10) = 2.875
        2 of 3 have a score; at least 2 must; 2 responses below
        Weighted by staff
        Responses of mode workshop speak for the rest of their unit; passed over: b
        Housing: 3; weight 30, 75 % of the result
          mean over 1 response: 3 = 3
          1 of 1 have a score
          a: 3; weight 1, 100 % of the result
          Coverage 1, the mean of theirs
        Planning: 2.5; weight 10, 25 % of the result
          mean over 1 response: 2.5 = 2.5
          1 of 1 have a score
          Responses of mode workshop speak for the rest of their unit; passed over: b
          c: 2.5; weight 1, 100 % of the result
          Coverage 1, the mean of theirs
          Gate, cap 2.5: changes nothing: 2.5 is not above 2.5. People first.
            since scores.people < 2
              scores.people is 1
        Parks: not enough answers for a score; does not count
          mean over 0 responses: no score
          0 of 1 have a score, too few: at least 1 must
          d: not enough answers for a score; does not count
          Coverage 0, the mean of theirs
        Coverage 0.6667, the mean of theirs
        Gate, cap 2.5: brings 2.875 down to 2.5. People first.
          since scores.people < 2
            scores.people is 1.75
        Depending on the answers that are missing it could lie between 2.5 and 3
        Rounded to 2 decimals, half up: 2.5 → 2.5
        Band: Middle (from 2)
        The next band up is High (from 3). Any one of these changes would reach it:
          a, Are there skills? (skills): 3 (Established) instead of 2 (Emerging), which makes 3.25
          c, Are there skills? (skills): 2 (Emerging) instead of 1 (Starting), which makes 3
          d, Are there skills? (skills): 4 (Leading) instead of a blank, which makes 3
      "
    `);
  });
  test('down to the answers', () => {
    expect(explained(plan, all, 'data', 2)).toMatchInlineSnapshot(`
      "Data (data) of Northbridge: 4, High
        The weighted mean, Σws / Σw.
        mean over department (2): (30 × 4 + 10 × 4) / (30 + 10) = 4
        2 of 3 have a score; at least 2 must; 2 responses below
        Weighted by staff
        Responses of mode workshop speak for the rest of their unit; passed over: b
        Housing: 4; weight 30, 75 % of the result
          mean over 1 response: 4 = 4
          1 of 1 have a score
          a: 4; weight 1, 100 % of the result
            mean: 4 = 4
            Is there an owner? (owner): 4 (Leading), scores 4; weight 1, 100 % of the result
            Coverage 1
          Coverage 1, the mean of theirs
        Planning: 4; weight 10, 25 % of the result
          mean over 1 response: 4 = 4
          1 of 1 have a score
          Responses of mode workshop speak for the rest of their unit; passed over: b
          c: 4; weight 1, 100 % of the result
            mean: 4 = 4
            Is there an owner? (owner): 4 (Leading), scores 4; weight 1, 100 % of the result
            Coverage 1
          Coverage 1, the mean of theirs
        Parks: not enough answers for a score; does not count
          mean over 0 responses: no score
          0 of 1 have a score, too few: at least 1 must
          d: not enough answers for a score; does not count
            mean: no score
            Is there an owner? (owner): answered “don’t know”, left out (missing.dont_know: exclude); does not count
            Coverage 0
          Coverage 0, the mean of theirs
        Coverage 0.6667, the mean of theirs
        Depending on the answers that are missing it could lie between 3.6666666666666665 and 4
        Rounded to 2 decimals, half up: 4 → 4
        Band: High (from 3)
        This is the highest band
      "
    `);
  });
  test('indices, from the unit’s own scores', () => {
    expect(explained(plan, all, 'ready')).toMatchInlineSnapshot(`
      "Ready (ready) of Northbridge: 2.88
        Worked out from the unit’s own scores as 0.5 * scores.data + 0.5 * scores.people
          scores.data is 4
          scores.people is 1.75
        which gives 2.875
        Rounded to 2 decimals, half up: 2.875 → 2.88
      "
    `);
    expect(explained(plan, all, 'own')).toMatchInlineSnapshot(`
      "Own (own) of Northbridge: not enough answers for a score
        Reads what only a single response has, so units have no such figure
          answers.owner * 2
            answers.owner has no value
      "
    `);
  });
  test('too few children', () => {
    const south = compared(plan, responses, { units: { organisation: 'Southgate' } });
    expect(explained(plan, south, 'data')).toMatchInlineSnapshot(`
      "Data (data) of Southgate: not enough answers for a score
        The weighted mean, Σws / Σw.
        mean over department (1): no score
        1 of 1 have a score, too few: at least 2 must; 1 response below
        Weighted by staff
        Parks: 1; weight 0
        Coverage 1, the mean of theirs
        Without a score there is no next band
      "
    `);
  });
  test('a response among them is explained from its answers, if they were kept', () => {
    const target = { ...north, response: 'a' };
    const one = compared(plan, responses, target);
    expect(deriveUnit(plan, one.unit, 'data', one)).toMatchObject({ kind: 'node', score: 4 });
    expect(deriveUnit(plan, one.unit, 'data')).toBeUndefined();
  });
  test('only what is looked at is kept, with the names that came up', () => {
    expect(all.kept.responses.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect([...(all.kept.seen.get('organisation') ?? [])]).toEqual(['Northbridge', 'Southgate']);
    const parks = compared(plan, responses, { units: { department: 'Parks' } });
    expect(unitsOf(parks.comparison, { units: { department: 'Parks' } })).toHaveLength(2);
    expect(focus({ units: {}, wave: '2026' }).add(responseOf({}))).toBe(false);
  });
});

test('with nothing missing, a unit’s low and high are its score, under a gate too', () => {
  const plan = planOf(`${head}rubric:
  gates: [{ on: overall, if: scores.people < 2, cap: 2.5, because: People first. }]
`);
  const responses = [
    responseOf({ owner: 4, skills: 2 }, { id: 'a', ...at('Housing') }),
    responseOf({ owner: 4, skills: 1 }, { id: 'b', ...at('Planning') }),
  ];
  const { unit } = compared(plan, responses, north);
  expect(deriveUnit(plan, unit, 'overall')).toMatchObject({ ungated: 2.75, score: 2.5, low: 2.5, high: 2.5 });
});

describe('the next band of a unit', () => {
  const plan = planOf(`${head}rubric:
  ${bands}
  rollup: { organisation: { method: min } }
`);
  test('a change that lifts the weakest department; none where two are weak', () => {
    const weak = responseOf({ owner: 1, skills: 4 }, { id: 'weak', ...at('Housing') });
    const strong = responseOf({ owner: 4, skills: 4 }, { id: 'strong', ...at('Planning') });
    const one = compared(plan, [weak, strong], north);
    expect(nextUnitBand(plan, one.unit, 'data', one.kept)).toMatchObject({
      kind: 'changes',
      band: { id: 'middle' },
      changes: [{ response: 'weak', question: 'owner', to: { value: 2 }, steps: 1, score: 2 }],
    });
    const other = responseOf({ owner: 1, skills: 4 }, { id: 'other', ...at('Parks') });
    const two = compared(plan, [weak, strong, other], north);
    expect(nextUnitBand(plan, two.unit, 'data', two.kept).kind).toBe('no_single_change');
  });
  test('is what comparing again gives', () => {
    const level = fc.integer({ min: 1, max: 4 });
    const answered = fc.record({ owner: level, skills: level, department: fc.constantFrom('A', 'B', 'C') });
    const gated = planOf(`${head}rubric:
  method: geometric_mean
  ${bands}
  gates: [{ on: overall, if: scores.people < 2, cap: 1.9, because: People first. }]
  rollup: { department: { method: median } }
`);
    fc.assert(
      fc.property(fc.array(answered, { minLength: 1, maxLength: 6 }), (given) => {
        const responses = given.map(({ department, ...answers }, i) =>
          responseOf(answers, { id: `r${i}`, ...at(department) }),
        );
        const before = compared(gated, responses, north);
        const next = nextUnitBand(gated, before.unit, 'overall', before.kept);
        if (next.kind !== 'changes') return;
        for (const { response, question, to, score } of next.changes) {
          const changed = responses.map((each) =>
            each.id === response && typeof to.value === 'number'
              ? { ...each, answers: { ...each.answers, [question]: { value: to.value } } }
              : each,
          );
          const slot = gated.nodes.find(({ id }) => id === 'overall')?.slot ?? -1;
          expect(compared(gated, changed, north).unit.card.scores[slot]).toBe(score);
        }
      }),
      { numRuns: 100 },
    );
  });
  test('is not searched for among very many responses', () => {
    const many = Array.from({ length: mostSearched + 1 }, (_, i) =>
      responseOf({ owner: 1, skills: 1 }, { id: `r${i}`, ...at('Housing') }),
    );
    const all = compared(plan, many, north);
    expect(explained(plan, all, 'data')).toContain('was not searched');
    const housing = compared(plan, many, { units: { ...north.units, department: 'Housing' } });
    expect(explained(plan, housing, 'data')).toContain('and 101 more');
  });
});

test('for random units the printed roll-up recomputes to the printed figure, whatever the method', () => {
  const level = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(
      fc.constantFrom(...combiningMethods.map(({ name }) => name)),
      fc.constantFrom('output', 'every_node'),
      fc.boolean(),
      fc.array(fc.record({ owner: level, staff: fc.nat(20), department: fc.constantFrom('A', 'B', 'C') }), {
        minLength: 1,
        maxLength: 12,
      }),
      (method, at_, weighted, given) => {
        const plan = planOf(`${head}rubric:
  round: { digits: 1, at: ${at_} }
  rollup:
    organisation: { of: responses, method: ${method}${weighted ? ', weight: staff' : ''} }
`);
        const responses = given.map(({ department, staff, ...answers }, i) =>
          responseOf(answers, { id: `r${i}`, ...at(department, { staff }) }),
        );
        const { unit, kept } = compared(plan, responses, north);
        const derivation = deriveUnit(plan, unit, 'data', { kept });
        if (derivation?.kind !== 'rollup') throw new Error('no roll-up');
        const { arithmetic, exact, ungated } = derivation;
        if (exact === null || ungated === null) return;
        const found = workOut(arithmetic ?? '');
        expect(found).toBeCloseTo(exact, 12);
        expect(round(found, 1, 'half_up')).toBe(round(exact, 1, 'half_up'));
        expect(ungated).toBe(at_ === 'every_node' ? round(exact, 1, 'half_up') : exact);
      },
    ),
    { numRuns: 200 },
  );
});
