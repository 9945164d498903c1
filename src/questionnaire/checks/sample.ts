/** A questionnaire in which there is nothing to find, for rules that miss a line of it. */
export const sample = `milepost: 1
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
    expect: { scores: { data: 100 } }`;

/** The same without a key of the top. */
export function sampleWithout(key: string): string {
  return sample.replace(new RegExp(`^${key}: .*\n`, 'm'), '');
}
