import type { MissingDefinition } from '../../../generated/definitions.js';
import type { Dimension, Question } from '../../../questionnaire/questionnaire.js';
import type { RubricContext } from '../rubric-context.js';

/** The policies written at the dimensions that a question stands in, nearest first; up to `outermost`, if that is one of them. */
export function policiesOf(
  question: Question,
  { questionnaire, rubric }: RubricContext,
  outermost?: string,
): readonly MissingDefinition[] {
  const chain: Dimension[] = [];
  const search = (dimension: Dimension): boolean => {
    if (!dimension.questions.includes(question) && !dimension.dimensions.some(search)) return false;
    chain.push(dimension);
    return true;
  };
  questionnaire.dimensions.some(search);
  const end = chain.findIndex(({ id }) => id === outermost);
  return chain
    .slice(0, end === -1 ? undefined : end + 1)
    .flatMap(({ id }) => rubric.body.dimensions?.[id]?.missing ?? []);
}
