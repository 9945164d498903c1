import type { RuleDescription } from '../../../questionnaire/checks/rule-description.js';
import type { Dimension } from '../../../questionnaire/questionnaire.js';
import type { NodeOutline } from '../../plan/nodes/outline.js';
import type { RubricContext } from '../../plan/rubric-context.js';
import { couldScore } from '../../plan/terms/answer-score.js';

/** A part that is to have a score, and in which no question has one. */
export const nothingScored: RuleDescription<'nothing-scored'> = {
  id: 'nothing-scored',
  reason: `A dimension without a scored question has no score, for anybody: an empty column in every table, and a share of the overall score that is
given to others. Mostly its options were left without scores, or a number without its limits. A dimension of texts and dates alone is for comments
and not reported, nor is one of weight 0.`,
  bad: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }
  - id: hosting
    title: Hosting
    questions:
      - id: place
        text: Where does it run?
        type: choice
        options:
          - { id: own, label: Own centre }
          - { id: cloud, label: Cloud }`,
  good: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }
  - id: hosting
    title: Hosting
    questions:
      - id: place
        text: Where does it run?
        type: choice
        options:
          - { id: own, label: Own centre, score: 0 }
          - { id: cloud, label: Cloud, score: 1 }`,
};

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
