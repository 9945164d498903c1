import { defineRule } from './check-rule.js';

/** A questionnaire whose scores nothing shows. */
export const noExample = defineRule({
  id: 'no-example',
  reason: `An example is a set of answers with the scores expected of them, and \`check\` works it out every time. It is
the only thing that notices when a change of weights, methods or bands moves a score that should have stayed.`,
  bad: `milepost: 1
id: sample
version: 1.0.0
title: A sample
description: What a sample asks.
notice: Nobody sees the answers.
licence: CC0-1.0
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }`,
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
  *check({ questionnaire, locator, textOf }) {
    const { examples, origin } = questionnaire;
    // Examples with errors of their own are left out of the questionnaire.
    if (examples.length > 0 || /^["']?examples["']?[ \t]*:/m.test(textOf(origin.file) ?? '')) return;
    yield { place: locator.place({ ...origin, path: ['id'] }), args: {} };
  },
});
