import type { RuleDescription } from '../../questionnaire/checks/rule-description.js';
import { dimensionsExpecting } from '../../questionnaire/checks/sample.js';

/** An example whose scores do not come out as expected; `rubric/checks/examples.ts` finds it, when nothing else is wrong. */
export const exampleDiffers: RuleDescription<'example-differs'> = {
  id: 'example-differs',
  reason: `An example says what its author expects of some answers, and \`check\` scores it. Where they differ, either the rubric does not do what
was meant, or the expectation is out of date; the finding shows the arithmetic, so that it can be told which. Figures are compared at the digits
that are written.`,
  bad: dimensionsExpecting(50),
  good: dimensionsExpecting(100),
};
