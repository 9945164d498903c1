import { compile, type Expression } from '../../expression/expression.js';
import type { Path } from '../../finding/finding.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { RubricContext } from '../plan/rubric-context.js';
import type { Frame } from '../plan.js';
import { answers, bands, type Figures, profile, ratings, scores } from './scope.js';

/** Compiles an expression over finished figures: scores as `seen`, bands, ratings, answers and profile. */
export function figureExpression(
  text: string,
  expected: 'number' | 'bool',
  path: Path,
  figures: Figures,
  context: RubricContext,
  seen?: (score: number) => number,
): Expression<Frame> | undefined {
  const roots = {
    scores: scores(figures, seen),
    bands: bands(figures),
    ratings: ratings(figures),
    answers: answers(context),
    profile: profile(context),
  };
  const { expression, problems } = compile(text, { roots }, expected);
  for (const problem of problems) context.reportWithin(problem, path, text);
  return expression;
}

/** Whether units have what the expression reads: no answers, and of the profile only unit fields. */
export function isAboveResponses(expression: Expression<Frame>, questionnaire: Questionnaire): boolean {
  const units = new Set(unitFields(questionnaire).map((field) => field.id));
  return expression.references.every(
    ({ root, name }) => root !== 'answers' && (root !== 'profile' || units.has(name)),
  );
}
