import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerValue } from '../../src/response/response.js';
import type { Derivation } from '../../src/rubric/derivation/derivation-tree.js';
import { combiningMethods } from '../../src/rubric/methods/registry.js';
import { round } from '../../src/rubric/numerics.js';
import type { Plan } from '../../src/rubric/plan.js';
import { workOut } from './explain-arithmetic.js';
import { derived, planOf, printedFormulas, responseOf } from './explain-support.js';

interface Kind {
  readonly yaml: string;
  readonly answers: readonly AnswerValue[];
}

interface Leaf {
  readonly kind: Kind;
  readonly weight: number;
  readonly answer: number;
  readonly without: '?dont_know' | '?not_applicable' | 'blank' | null;
}

interface Branch {
  readonly method: string;
  readonly weight: number;
  readonly questions: readonly Leaf[];
  readonly branches: readonly Branch[];
}

const kinds: readonly Kind[] = [
  { yaml: 'scale: uneven', answers: [1, 2, 3, 4] },
  { yaml: 'scale: uneven, reverse: true', answers: [1, 2, 3, 4] },
  { yaml: 'type: number, min: 0, max: 7', answers: [0, 0.1, 1.7, 3.3333, 7] },
  { yaml: 'type: yes_no', answers: [true, false] },
  {
    yaml: 'type: choices, options: [{ id: a, label: A, score: 2 }, { id: b, label: B, score: 1.1 }, { id: c, label: C, score: 0.3 }]',
    answers: [['a'], ['b', 'c'], ['a', 'b', 'c']],
  },
  {
    yaml: 'type: number, min: 0, max: 9, score: [{ from: 0, score: 0.7 }, { from: 3, score: 1 }, { from: 6, score: 4 }]',
    answers: [0, 3, 8],
  },
];

const weight = fc.constantFrom(1, 1, 1, 2, 3, 0.5, 0.1, 0);
const leaf: fc.Arbitrary<Leaf> = fc.record({
  kind: fc.constantFrom(...kinds),
  weight,
  answer: fc.nat(20),
  without: fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    {
      arbitrary: fc.constantFrom('?dont_know' as const, '?not_applicable' as const, 'blank' as const),
      weight: 1,
    },
  ),
});
const branch = (depth: number): fc.Arbitrary<Branch> => {
  const method = fc.constantFrom(...combiningMethods.map(({ name }) => name));
  const questions = fc.array(leaf, { minLength: 1, maxLength: 5 });
  const outer = fc.record({ method, weight, questions, branches: fc.constant([]) });
  if (depth === 0) return outer;
  const branches = fc.array(branch(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(outer, fc.record({ method, weight, questions: fc.constant([]), branches }));
};

const rubric = fc.record({
  method: fc.constantFrom(...combiningMethods.map(({ name }) => name)),
  range: fc.constantFrom('', 'range: [0, 100], ', 'range: [1, 5], '),
  over: fc.constantFrom('', 'over: questions, '),
  missing: fc.constantFrom('exclude', 'lowest', 'highest', '2'),
  coverage: fc.constantFrom(0, 0.4),
  digits: fc.nat(4),
  at: fc.constantFrom('output', 'every_node'),
  mode: fc.constantFrom('half_up', 'half_even'),
});

type About = typeof rubric extends fc.Arbitrary<infer T> ? T : never;

/** A tree as a definition, and one response to it. The first child always counts: a node must not weigh nothing. */
function written(branches: readonly Branch[], about: About) {
  const answers: Record<string, AnswerValue> = {};
  const methods: string[] = [];
  let count = 0;
  const lines = (each: Branch, first: boolean, indent: string): readonly string[] => {
    const id = `d${count++}`;
    methods.push(`${id}: { method: ${each.method} }`);
    return [
      `${indent}- id: ${id}`,
      `${indent}  title: ${id}`,
      `${indent}  weight: ${first ? 1 : each.weight}`,
      ...(each.questions.length > 0 ? [`${indent}  questions:`] : [`${indent}  dimensions:`]),
      ...each.branches.flatMap((inner, i) => lines(inner, i === 0, `${indent}    `)),
      ...each.questions.map(({ kind, weight, answer, without }, i) => {
        const question = `q${count++}`;
        const value = kind.answers[answer % kind.answers.length];
        if (without === null && value !== undefined) answers[question] = value;
        else if (without !== null && without !== 'blank') answers[question] = without;
        return `${indent}    - { id: ${question}, text: ${question}, weight: ${i === 0 ? 1 : weight}, ${kind.yaml} }`;
      }),
    ];
  };
  const dimensions = branches.flatMap((each, i) => lines(each, i === 0, '  '));
  const { method, range, over, missing, coverage, digits, at, mode } = about;
  const body = `scales:
  uneven: { levels: [{ value: 1, label: One, score: 0.3 }, { value: 2, label: Two, score: 1.1 }, { value: 3, label: Three, score: 2 }, { value: 4, label: Four, score: 3.7 }] }
dimensions:
${dimensions.join('\n')}
rubric: { method: ${method}, ${range}${over}missing: { unanswered: ${missing}, dont_know: ${missing} }, coverage: ${coverage}, round: { digits: ${digits}, at: ${at}, mode: ${mode} }, dimensions: { ${methods.join(', ')} } }
`;
  return { plan: planOf(body), response: responseOf(answers) };
}

function expectSame(found: number, printed: number): void {
  expect(Math.abs(found - printed)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(printed)));
}

/** Works out every formula that is printed; gives how many there were. */
function recompute(plan: Plan, derivation: Derivation): number {
  const { digits, mode } = plan.rounding;
  const formulas = printedFormulas(plan, 'r-1', derivation);
  for (const formula of formulas) {
    const [whole = '', rounded] = formula.split(' → ');
    const [left = '', exact = left] = whole.split(' = ');
    const found = workOut(left);
    expectSame(found, Number(exact));
    if (rounded === undefined) continue;
    expect(round(Number(exact), digits, mode)).toBe(Number(rounded));
    // Half to even looks at the very last bits of a tie.
    if (mode === 'half_up') expect(round(found, digits, mode)).toBe(Number(rounded));
  }
  return formulas.length;
}

/** Every node of the tree against its own formula. */
function recomputeNodes(plan: Plan, derivation: Derivation): void {
  if (derivation.kind !== 'node' || derivation.method.kind !== 'combining') return;
  const { method, exact, ungated } = derivation;
  const { digits, mode, at } = plan.rounding;
  if (exact !== null) {
    const found = workOut(method.arithmetic ?? '');
    expectSame(found, exact);
    if (mode === 'half_up') {
      const rounded = round(found, digits, mode);
      expect(rounded).toBe(at === 'every_node' ? ungated : round(exact, digits, mode));
    }
  }
  for (const { below } of method.children) recomputeNodes(plan, below);
}

test('for random trees every printed formula recomputes to the printed figure, and rounded to the printed rounded one', () => {
  let formulas = 0;
  fc.assert(
    fc.property(fc.array(branch(2), { minLength: 1, maxLength: 3 }), rubric, (branches, about) => {
      const { plan, response } = written(branches, about);
      for (const { id } of plan.nodes) {
        const derivation = derived(plan, response, id);
        formulas += recompute(plan, derivation);
        recomputeNodes(plan, derivation);
      }
    }),
    { numRuns: 300 },
  );
  expect(formulas).toBeGreaterThan(1000);
});
