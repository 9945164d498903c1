import type { Expression, Reference } from '../../expression/expression.js';
import { answersRoot, profileRoot } from '../../questionnaire/scope.js';
import type { ExpressionDerivation, NamedValue } from '../derivation/derivation-tree.js';
import type { Frame, Plan, PlanIndex, PlanNode } from '../plan.js';
import { bands, type Figure, ratings, scores } from './scope.js';

/** Reads the names of a plan's expressions as the expressions themselves do. */
export type NameReader = (expression: Expression<Frame>, frame: Frame) => ExpressionDerivation;

/** `seen`: the score that conditions look at. */
export function nameReader(plan: Plan, seen?: (score: number) => number): NameReader {
  const { questionnaire } = plan;
  const known = new Map<string, Figure>(figuresByName(plan));
  const broken = new Set<string>();
  const given = (frame: Frame) => frame.given;
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const fields = new Map(questionnaire.profile.map((field) => [field.id, field]));
  const roots = new Map([
    ['scores', scores({ known, broken }, seen)],
    ['bands', bands({ known, broken })],
    ['ratings', ratings({ known, broken })],
    ['answers', answersRoot({ questions, broken }, given)],
    ['profile', profileRoot(fields, broken, given)],
  ]);
  return ({ text, references }, frame) => ({
    text,
    names: namesOf(references).map(({ root, name }): NamedValue => {
      const found = roots.get(root)?.resolve(name);
      const value = found !== undefined && 'read' in found ? found.read(frame) : undefined;
      return { name: `${root}.${name}`, value: value ?? null };
    }),
  });
}

/** Each name once, in the order of the text. */
export function namesOf(references: readonly Reference[]): readonly Reference[] {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.root}.${reference.name}`;
    if (!first.has(key)) first.set(key, reference);
  }
  return [...first.values()];
}

/** The figures that expressions can name: single questions and cells are none. */
export function figuresByName({ nodes, indices }: Plan): ReadonlyMap<string, PlanNode | PlanIndex> {
  return new Map<string, PlanNode | PlanIndex>([
    ...nodes
      .filter(({ kind }) => kind !== 'question' && kind !== 'cell')
      .map((node) => [node.id, node] as const),
    ...indices.map((index) => [index.id, index] as const),
  ]);
}
