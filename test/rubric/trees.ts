import fc from 'fast-check';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import { resolve } from '../../src/response/resolve.js';
import type { Answer } from '../../src/response/response.js';
import { makePlan } from '../../src/rubric/make-plan.js';
import type { Plan } from '../../src/rubric/plan.js';
import { keepScorecard, type Scorecard, scorer } from '../../src/rubric/score.js';
import { questionnaire } from '../support/questionnaire.js';

/** A random question: how it is written, and what can be answered. */
export interface TreeQuestion {
  readonly kind: 'question';
  readonly id: string;
  readonly weight: number;
  readonly keys: string;
  readonly values: readonly NonNullable<Answer['value']>[];
}

export interface TreeDimension {
  readonly kind: 'dimension';
  readonly id: string;
  readonly weight: number;
  readonly method: string;
  readonly children: readonly TreeNode[];
}

export type TreeNode = TreeQuestion | TreeDimension;

export type Answers = Readonly<Record<string, Answer>>;

const weight = fc.oneof(
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 4, arbitrary: fc.double({ min: 0.01, max: 50, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

type Bare = Pick<TreeQuestion, 'keys' | 'values'>;

const bareQuestion: fc.Arbitrary<Bare> = fc.oneof(
  fc.constant<Bare>({ keys: 'scale: four', values: [1, 2, 3, 4] }),
  fc.constant<Bare>({ keys: 'scale: four, reverse: true', values: [1, 2, 3, 4] }),
  fc.constant<Bare>({ keys: 'type: yes_no', values: [true, false] }),
  fc.constant<Bare>({
    keys: 'type: choices, options: [{ id: a, label: Is a, score: 0.3 }, { id: b, label: Is b, score: 0.1 }, { id: c, label: Is c, score: 0 }, { id: alone, label: Alone, score: 0.2, exclusive: true }]',
    values: [['a'], ['b'], ['c'], ['alone'], ['a', 'b'], ['a', 'b', 'c'], ['b', 'c']],
  }),
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1.5, max: 1000, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
    )
    .map(
      ([min, max, parts]): Bare => ({
        keys: `type: number, min: ${min.toFixed(6)}, max: ${max.toFixed(6)}`,
        values: [0, 1, ...parts].map((part) =>
          Math.min(Number(max.toFixed(6)), Number(min.toFixed(6)) + part * (max - min)),
        ),
      }),
    ),
);

const anyMethod = fc.constantFrom(
  'mean',
  'sum',
  'share',
  'min',
  'max',
  'median',
  'geometric_mean',
  'harmonic_mean',
);

/** A random tree of dimensions, each by its own method. */
export function trees(method: fc.Arbitrary<string> = anyMethod): fc.Arbitrary<readonly TreeDimension[]> {
  const question = fc
    .tuple(bareQuestion, weight)
    .map(([bare, own]): TreeQuestion => ({ kind: 'question', id: '', weight: own, ...bare }));
  const dimension = (depth: number): fc.Arbitrary<TreeDimension> => {
    const questions = fc.array<TreeNode>(question, { minLength: 1, maxLength: 6 });
    const children =
      depth === 0
        ? questions
        : fc.oneof(questions, fc.array<TreeNode>(dimension(depth - 1), { minLength: 1, maxLength: 3 }));
    return fc.record({ weight, method, children }).map(
      ({ children, ...own }): TreeDimension => ({
        kind: 'dimension',
        id: '',
        ...own,
        children: someWeight(children),
      }),
    );
  };
  return fc.array(dimension(2), { minLength: 1, maxLength: 3 }).map((tops) => {
    let count = 0;
    const named = <N extends TreeNode>(node: N): N =>
      node.kind === 'dimension'
        ? { ...node, id: `d${++count}`, children: node.children.map(named) }
        : { ...node, id: `q${++count}` };
    return someWeight(tops).map(named);
  });
}

/** Not all weights are 0. */
function someWeight<N extends TreeNode>(nodes: readonly N[]): readonly N[] {
  return nodes.some((node) => node.weight > 0) ? nodes : nodes.map((node) => ({ ...node, weight: 1 }));
}

export function questionsOf(nodes: readonly TreeNode[]): readonly TreeQuestion[] {
  return nodes.flatMap((node) => (node.kind === 'question' ? [node] : questionsOf(node.children)));
}

export function dimensionsOf(nodes: readonly TreeNode[]): readonly TreeDimension[] {
  return nodes.flatMap((node) => (node.kind === 'question' ? [] : [node, ...dimensionsOf(node.children)]));
}

export const nonAnswers = ['unanswered', 'dont_know', 'not_applicable', 'refused'] as const;

export function declined(kind: (typeof nonAnswers)[number]): Answer {
  return kind === 'unanswered' ? {} : { non_answer: kind };
}

/** Answers and non-answers to every question of a tree. */
export function answersTo(tree: readonly TreeDimension[]): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      questionsOf(tree).map(({ id, values }) => [
        id,
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...values).map((value): Answer => ({ value })) },
          { weight: 2, arbitrary: fc.constantFrom(...nonAnswers).map(declined) },
        ),
      ]),
    ),
  );
}

/** A tree with answers to it. */
export function answered(
  method?: fc.Arbitrary<string>,
): fc.Arbitrary<readonly [readonly TreeDimension[], Answers]> {
  return trees(method).chain((tree) => fc.tuple(fc.constant(tree), answersTo(tree)));
}

/** Policies for non-answers: none, or any. */
export const policies: fc.Arbitrary<string> = fc
  .record(
    Object.fromEntries(
      nonAnswers.map((kind) => [kind, fc.constantFrom('exclude', 'lowest', 'highest', '0', '2.5')]),
    ),
    { requiredKeys: [] },
  )
  .map(
    (missing) =>
      `{ ${Object.entries(missing)
        .map(([kind, policy]) => `${kind}: ${policy}`)
        .join(', ')} }`,
  );

/** The plan of a tree, with more keys of the rubric. */
export function planOf(tree: readonly TreeDimension[], rubric = ''): Plan {
  const text = yamlOf(tree, rubric);
  const loaded = loadQuestionnaire('q.yaml', {
    read: () => ({ text }),
    resolve: (_, relative) => relative,
  });
  if (loaded.questionnaire === undefined) throw new Error(JSON.stringify(loaded.findings));
  const { plan, findings } = makePlan(loaded.questionnaire, loaded.locator);
  const errors = [...loaded.findings, ...findings].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${JSON.stringify(errors)}\n${text}`);
  return plan;
}

export function yamlOf(tree: readonly TreeDimension[], rubric: string): string {
  const lines = (node: TreeNode, indent: string): readonly string[] =>
    node.kind === 'question'
      ? [`${indent}- { id: ${node.id}, text: ${node.id}?, weight: ${node.weight}, ${node.keys} }`]
      : [
          `${indent}- id: ${node.id}`,
          `${indent}  title: ${node.id}`,
          `${indent}  weight: ${node.weight}`,
          `${indent}  ${node.children[0]?.kind === 'question' ? 'questions' : 'dimensions'}:`,
          ...node.children.flatMap((child) => lines(child, `${indent}    `)),
        ];
  const methods = dimensionsOf(tree).map(({ id, method }) => `    ${id}: { method: ${method} }`);
  return questionnaire(`non_answers: [dont_know, not_applicable, refused]
scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two, score: 2.5 }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
${tree.flatMap((node) => lines(node, '  ')).join('\n')}
rubric:
  dimensions:
${methods.join('\n')}
${rubric}
`);
}

export function cardOf(plan: Plan, answers: Answers): Scorecard {
  return keepScorecard(cardBy(scorer(plan), plan, answers));
}

export function cardBy(score: ReturnType<typeof scorer>, plan: Plan, answers: Answers): Scorecard {
  const resolved = resolve(plan.questionnaire, { answers, profile: {} });
  return score({ given: resolved, states: resolved.states });
}

/** A figure of every node by its id; none where it has none. */
export function figuresOf(
  plan: Plan,
  card: Scorecard,
  figure: 'scores' | 'low' | 'high' | 'coverage' = 'scores',
): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(
    plan.nodes.map(({ id, slot }) => {
      const value = card[figure][slot];
      return [id, value === undefined || Number.isNaN(value) ? undefined : value];
    }),
  );
}
