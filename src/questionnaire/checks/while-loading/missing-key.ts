import type { RuleDescription } from '../rule-description.js';

/** A key that must be there, such as the version; `definition/schema-finding.ts` finds it by the schema. */
export const missingKey: RuleDescription<'missing-key'> = {
  id: 'missing-key',
  reason: `A questionnaire without a version cannot say which answers were given to which wording, and two that differ are taken for
one. The same holds for every key without which a part cannot be used: an id, a title, the scale that levels are chosen from.`,
  bad: `milepost: 1
id: sample
title: A sample
description: What a sample asks.
notice: Nobody sees the answers.
licence: CC0-1.0
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }
rubric: { range: [0, 100] }
examples:
  - name: with an owner
    answers: { owner: "yes" }
    expect: { scores: { data: 100 } }`,
  good: `milepost: 1
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
      - { id: owner, text: Is there an owner?, type: yes_no }
rubric: { range: [0, 100] }
examples:
  - name: with an owner
    answers: { owner: "yes" }
    expect: { scores: { data: 100 } }`,
};
