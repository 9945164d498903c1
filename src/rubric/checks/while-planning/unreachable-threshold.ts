import type { Path } from '../../../finding/finding.js';
import type { RuleDescription } from '../../../questionnaire/checks/rule-description.js';
import { at6Digits, exceeds, reaches } from '../../numerics.js';
import type { MadeChild } from '../../plan/nodes/outline.js';
import type { RubricContext } from '../../plan/rubric-context.js';
import type { Threshold } from '../../plan.js';

/** A stage that cannot be passed in full. */
export const unreachableThreshold: RuleDescription<'unreachable-threshold'> = {
  id: 'unreachable-threshold',
  reason: `A stage asks of each member that its score comes up to a threshold. One above the highest score that the member can have is never met:
nobody passes the stage, nor any after it, unless its \`share\` does without. Mostly the threshold is meant for another scale.`,
  bad: `dimensions:
  - id: security
    title: Security
    questions:
      - { id: passwords, text: How are passwords kept?, scale: four }
      - { id: drills, text: How are drills held?, scale: four }
rubric:
  dimensions:
    security:
      method: staged
      at_least: 3
      stages:
        - { id: basic, title: Basic, members: [passwords] }
        - { id: managed, title: Managed, members: { drills: 5 } }`,
  good: `dimensions:
  - id: security
    title: Security
    questions:
      - { id: passwords, text: How are passwords kept?, scale: four }
      - { id: drills, text: How are drills held?, scale: four }
rubric:
  dimensions:
    security:
      method: staged
      at_least: 3
      stages:
        - { id: basic, title: Basic, members: [passwords] }
        - { id: managed, title: Managed, members: { drills: 4 } }`,
};

/** A threshold that keeps a stage from ever being passed by this member; said once where several stages share it. */
export function reportUnreachableThreshold(
  { id, range }: MadeChild,
  { from, exclusive }: Threshold,
  at: Path,
  { reportOnce }: RubricContext,
): void {
  if (range === undefined || (exclusive ? exceeds(range.max, from) : reaches(range.max, from))) return;
  reportOnce('unreachable-threshold', at, { member: id, from, reachable: at6Digits(range.max) });
}
