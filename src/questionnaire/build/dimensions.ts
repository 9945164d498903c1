import type { DimensionDefinition } from '../../generated/definitions.js';
import { nameless } from '../broken.js';
import type { Dimension, Question } from '../questionnaire.js';
import { compileConditions } from './conditions.js';
import { buildQuestion, type Draft, type QuestionContext } from './question.js';

/** Dimensions with their questions, placed in file order, and every `when` compiled. */
export function buildDimensions(
  definitions: readonly DimensionDefinition[],
  context: QuestionContext,
): { readonly dimensions: readonly Dimension[]; readonly questions: readonly Question[] } {
  const drafts: Draft[] = [];
  const outlines = definitions.map((definition) => outline(definition, context, drafts));
  const questions = compileConditions(drafts, context);
  const place = ({ dimension, inner, from, to }: Outline): Dimension => ({
    ...dimension,
    dimensions: inner.map(place),
    questions: questions.slice(from, to),
  });
  return { dimensions: outlines.map(place), questions };
}

interface Outline {
  readonly dimension: Omit<Dimension, 'dimensions' | 'questions'>;
  readonly inner: readonly Outline[];
  /** The stretch of its own questions among all. */
  readonly from: number;
  readonly to: number;
}

function outline(definition: DimensionDefinition, context: QuestionContext, drafts: Draft[]): Outline {
  const { part, names, broken } = context;
  const { id, title, description, weight = 1 } = definition;
  if (!names.claim(id, 'dimension', part.origin(definition, 'id'), part)) broken.add(nameless);
  const inner = (definition.dimensions ?? []).map((child) => outline(child, context, drafts));
  const from = drafts.length;
  for (const question of definition.questions ?? []) drafts.push(...buildQuestion(question, context));
  return {
    dimension: {
      id,
      title,
      ...(description === undefined ? {} : { description }),
      weight,
      origin: part.origin(definition),
    },
    inner,
    from,
    to: drafts.length,
  };
}
