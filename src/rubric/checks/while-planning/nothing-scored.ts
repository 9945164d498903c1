import type { Dimension } from '../../../questionnaire/questionnaire.js';
import { couldScore } from '../../answer-score.js';
import type { NodeOutline } from '../../outline.js';
import type { RubricContext } from '../../rubric-context.js';

/**
 * A dimension in which no question has a score. Questions that never score make one for comments, unless it is told how to
 * score or how much to count.
 */
export function reportUnscoredDimension(
  { id, origin, questions }: Dimension,
  weight: number,
  { rubric, reportAt }: RubricContext,
): void {
  const meant = weight !== 1 || rubric.body.dimensions?.[id] !== undefined || questions.some(couldScore);
  if (!meant || questions.length === 0) return;
  reportAt('nothing-scored', { ...origin, path: [...origin.path, 'id'] }, { node: id });
}

/** A node of the rubric whose children are there, and none has a score. */
export function reportNothingScored({ id, path }: NodeOutline, { report }: RubricContext): void {
  report('nothing-scored', path, { node: id });
}
