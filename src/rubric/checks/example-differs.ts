import type { RuleDescription } from '../../questionnaire/checks/rule-description.js';

/** An example whose scores do not come out as expected; `rubric/examples.ts` finds it, when nothing else is wrong. */
export const exampleDiffers: RuleDescription<'example-differs'> = {
  id: 'example-differs',
  reason: `An example says what its author expects of some answers, and \`check\` scores it. Where they differ, either the rubric does not do what
was meant, or the expectation is out of date; the finding shows the arithmetic, so that it can be told which. Figures are compared at the digits
that are written.`,
  bad: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }
rubric: { range: [0, 100] }
examples:
  - name: with an owner
    answers: { owner: "yes" }
    expect: { scores: { data: 50 } }`,
  good: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }
rubric: { range: [0, 100] }
examples:
  - name: with an owner
    answers: { owner: "yes" }
    expect: { scores: { data: 100 } }`,
};
