import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scorer } from '../../src/rubric/score.js';
import { milepost } from '../support/milepost.js';
import {
  type Answers,
  answered,
  answersTo,
  cardBy,
  cardOf,
  declined,
  dimensionsOf,
  figuresOf,
  nonAnswers,
  planOf,
  policies,
  questionsOf,
  type TreeDimension,
  type TreeNode,
  trees,
  yamlOf,
} from './trees.js';

const runs = { numRuns: 150 };
const means = fc.constant('mean');
/** Methods in which weights count only among each other. */
const relative = fc.constantFrom('mean', 'share', 'geometric_mean', 'harmonic_mean', 'min', 'max', 'median');
const rubrics = fc
  .record({
    range: fc.constantFrom('', 'range: [0, 100]', 'range: [0, 1]', 'range: [0.1, 0.7]'),
    coverage: fc.constantFrom('', 'coverage: 0.5'),
    over: fc.constantFrom('', 'over: questions'),
    round: fc.constantFrom(
      '',
      'round: { digits: 2, at: every_node }',
      'round: { digits: 1, at: every_node, mode: half_even }',
    ),
    missing: policies.map((missing) => `missing: ${missing}`),
  })
  .map((keys) =>
    Object.values(keys)
      .filter((key) => key !== '')
      .map((key) => `  ${key}`)
      .join('\n'),
  );

function isClose(a: number | undefined, b: number | undefined, tolerance: number): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

test('a score lies in its node’s range, and low ≤ score ≤ high', () => {
  fc.assert(
    fc.property(answered(), rubrics, ([tree, answers], rubric) => {
      const plan = planOf(tree, rubric);
      const card = cardOf(plan, answers);
      // Rounding after a node can carry it past the end of its range by half a unit of the last digit.
      const slack = plan.rounding.at === 'every_node' ? 10 ** -plan.rounding.digits : 1e-12;
      for (const { id, slot, range } of plan.nodes) {
        const score = card.scores[slot] ?? Number.NaN;
        if (Number.isNaN(score)) continue;
        if (range === undefined) throw new Error(`${id} has no range`);
        const room = slack * Math.max(1, Math.abs(range.min), Math.abs(range.max));
        expect(score).toBeGreaterThanOrEqual(range.min - room);
        expect(score).toBeLessThanOrEqual(range.max + room);
        expect(card.low[slot]).toBeLessThanOrEqual(score);
        expect(card.high[slot]).toBeGreaterThanOrEqual(score);
      }
    }),
    runs,
  );
});

test('answering a don’t know moves a mean’s score within its former low and high', () => {
  const withOpen = trees(means).chain((tree) => {
    const ids = questionsOf(tree).map(({ id }) => id);
    return fc.tuple(fc.constant(tree), answersTo(tree), fc.constantFrom(...ids), fc.nat());
  });
  fc.assert(
    fc.property(withOpen, ([tree, given, id, pick]) => {
      const plan = planOf(tree, '  range: [0, 100]');
      const before = cardOf(plan, { ...given, [id]: { non_answer: 'dont_know' } });
      const values = questionsOf(tree).find((question) => question.id === id)?.values ?? [];
      const value = values[pick % values.length];
      if (value === undefined) throw new Error('no value');
      const after = cardOf(plan, { ...given, [id]: { value } });
      for (const { slot } of plan.nodes) {
        const score = after.scores[slot] ?? Number.NaN;
        if (Number.isNaN(score)) continue;
        expect(score).toBeGreaterThanOrEqual((before.low[slot] ?? Number.NaN) - 1e-10);
        expect(score).toBeLessThanOrEqual((before.high[slot] ?? Number.NaN) + 1e-10);
      }
    }),
    runs,
  );
});

test('scaling the weights of all siblings changes nothing', () => {
  const scaled = (nodes: readonly TreeNode[], by: number): readonly TreeNode[] =>
    nodes.map((node) => ({ ...node, weight: Number((node.weight * by).toPrecision(17)) }));
  fc.assert(
    fc.property(
      answered(relative),
      fc.constantFrom(0.125, 0.3, 7, 1000),
      fc.nat(),
      ([tree, answers], by, pick) => {
        const dimensions = dimensionsOf(tree);
        const chosen = dimensions[pick % dimensions.length];
        const replace = (node: TreeDimension): TreeDimension => ({
          ...node,
          children:
            node === chosen
              ? scaled(node.children, by)
              : node.children.map((child) => (child.kind === 'dimension' ? replace(child) : child)),
        });
        const plan = planOf(tree);
        const other = planOf(tree.map(replace));
        const before = cardOf(plan, answers);
        const after = cardOf(other, answers);
        for (const figure of ['scores', 'low', 'high', 'coverage'] as const) {
          const was = figuresOf(plan, before, figure);
          const is = figuresOf(other, after, figure);
          for (const [id, value] of Object.entries(was))
            expect(isClose(value, is[id], 1e-12), `${figure} of ${id}: ${value}, ${is[id]}`).toBe(true);
        }
      },
    ),
    runs,
  );
});

test('a mean does not depend on the order of its children beyond the last bits', () => {
  const reversed = <N extends TreeNode>(node: N): N =>
    node.kind === 'dimension' ? { ...node, children: node.children.map(reversed).toReversed() } : node;
  fc.assert(
    fc.property(answered(means), ([tree, answers]) => {
      const plan = planOf(tree);
      const other = planOf(tree.map(reversed).toReversed());
      const was = figuresOf(plan, cardOf(plan, answers));
      const is = figuresOf(other, cardOf(other, answers));
      for (const [id, value] of Object.entries(was))
        expect(isClose(value, is[id], 1e-15 * 8), `${id}: ${value}, ${is[id]}`).toBe(true);
    }),
    runs,
  );
});

test('excluded answers change nothing but coverage: not by their kind, nor by being there', () => {
  fc.assert(
    fc.property(answered(), fc.nat(), fc.nat(), ([tree, answers], pick, kind) => {
      const excluded = questionsOf(tree).filter(({ id }) => answers[id]?.value === undefined);
      fc.pre(excluded.length > 0);
      const { id } = excluded[pick % excluded.length] ?? { id: '' };
      const plan = planOf(tree);
      const was = figuresOf(plan, cardOf(plan, answers));
      const other: Answers = {
        ...answers,
        [id]: declined(nonAnswers[kind % nonAnswers.length] ?? 'refused'),
      };
      expect(figuresOf(plan, cardOf(plan, other))).toEqual(was);
    }),
    runs,
  );
  fc.assert(
    fc.property(
      answered(fc.constantFrom('mean', 'sum', 'min', 'max', 'median', 'geometric_mean', 'harmonic_mean')),
      fc.nat(),
      ([tree, answers], pick) => {
        const excluded = questionsOf(tree).filter(({ id }) => answers[id]?.value === undefined);
        fc.pre(excluded.length > 0);
        const gone = excluded[pick % excluded.length];
        const without = <N extends TreeNode>(node: N): N =>
          node.kind === 'dimension'
            ? { ...node, children: node.children.filter((child) => child !== gone).map(without) }
            : node;
        const smaller = tree.map(without);
        fc.pre(dimensionsOf(smaller).every(({ children }) => children.some((child) => child.weight > 0)));
        const plan = planOf(tree);
        const less = planOf(smaller);
        expect(figuresOf(less, cardOf(less, answers))).toEqual(figuresOf(plan, cardOf(plan, answers)));
      },
    ),
    runs,
  );
});

test('a scorer has no memory: what it scored before changes no bit', () => {
  const several = trees().chain((tree) =>
    fc.tuple(fc.constant(tree), fc.array(answersTo(tree), { minLength: 2, maxLength: 5 })),
  );
  fc.assert(
    fc.property(several, rubrics, ([tree, responses], rubric) => {
      const plan = planOf(tree, rubric);
      const score = scorer(plan);
      for (const answers of [...responses, ...responses.toReversed()]) {
        const card = cardBy(score, plan, answers);
        const fresh = cardOf(planOf(tree, rubric), answers);
        for (const figure of ['scores', 'low', 'high', 'coverage'] as const)
          expect(card[figure]).toEqual(fresh[figure]);
        expect(card.status).toEqual(fresh.status);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same input gives the same bytes twice', async () => {
  await fc.assert(
    fc.asyncProperty(answered(), rubrics, async ([tree, answers], rubric) => {
      const ids = questionsOf(tree).map(({ id }) => id);
      const cell = (id: string) => {
        const { value, non_answer } = answers[id] ?? {};
        if (value === undefined)
          return { dont_know: 'DK', not_applicable: 'N/A', refused: 'REF' }[String(non_answer)] ?? '';
        return Array.isArray(value) ? value.join(';') : String(value);
      };
      const files = {
        'q.yaml': yamlOf(tree, rubric),
        'a.csv': `response_id,${ids.join(',')}\nx,${ids.map(cell).join(',')}\n`,
      };
      const run = () => milepost('score q.yaml a.csv --layout long --format csv', { files });
      const [first, second] = [await run(), await run()];
      expect(first.exit, first.err).toBe(0);
      expect(second.out).toBe(first.out);
      expect(second.err).toBe(first.err);
    }),
    { numRuns: 15 },
  );
});
