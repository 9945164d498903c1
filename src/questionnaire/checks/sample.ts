/** What a questionnaire says of itself, with nothing to find in it. */
const head = `milepost: 1
id: sample
version: 1.0.0
title: A sample
description: What a sample asks.
notice: Nobody sees the answers.
licence: CC0-1.0`;

const dimensions = `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, type: yes_no }`;

/** What it asks, with an example that expects a score; 100 is what comes out. */
export function dimensionsExpecting(score: number): string {
  return `${dimensions}
rubric: { range: [0, 100] }
examples:
  - name: with an owner
    answers: { owner: "yes" }
    expect: { scores: { data: ${score} } }`;
}

/** A questionnaire in which there is nothing to find but that it has no example. */
export const sampleWithoutExample = `${head}\n${dimensions}`;

/** One in which there is nothing to find, for rules that miss a line of it. */
export const sample = `${head}\n${dimensionsExpecting(100)}`;

/** The same without a key of the top. */
export function sampleWithout(key: string): string {
  return sample.replace(new RegExp(`^${key}: .*\n`, 'm'), '');
}
