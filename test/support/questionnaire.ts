/** The keys that every questionnaire needs, so that a test shows only what it is about. */
export function questionnaire(body: string): string {
  return `milepost: 1
id: sample
version: 1.0.0
title: A sample
description: What a test asks.
notice: Nobody sees the answers.
licence: CC0-1.0
${body}`;
}

/** Level questions q1, q2 … on a scale from 1 to 4, in one dimension `d`, with keys of the rubric. */
export function levels(count: number, rubric = '{ method: mean }'): string {
  const questions = Array.from(
    { length: count },
    (_, i) => `      - { id: q${i + 1}, text: Question ${i + 1}?, scale: four }`,
  );
  return questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: d
    title: D
    questions:
${questions.join('\n')}
rubric: ${rubric}
`);
}
