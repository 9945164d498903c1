import { questionnaire } from '../support/questionnaire.js';

/** What both instruments ask alike, but for `tools`, which the second one puts otherwise. */
const shared = `
      - { id: owner, text: Who owns it?, scale: s, ask: [evidence], minutes: 3 }
      - { id: uses, text: Which are in use?, type: choices, options: [{ id: a, label: A catalogue }, { id: b, label: Reports }], minutes: 2 }
      - { id: share, text: Which share?, type: number, min: 0, max: 100, minutes: 1 }
`;
const scale = `
scales:
  s: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
`;

/** The instrument that was answered first. */
export const first = called(
  'first',
  'Digital maturity',
  `
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: kind, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
${scale}
dimensions:
  - id: data
    title: Data
    questions:${shared}
      - { id: tools, text: How many tools are there?, type: number, min: 0, max: 9 }
      - { id: own, text: What is asked only here?, type: text }
rubric: { range: [0, 1], rollup: { prefer: workshop } }
`,
);

/** The instrument that is asked now: of the authority, with a question of its own, and one of another wording. */
export const second = called(
  'second',
  'Readiness',
  `
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: kind, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
${scale}
dimensions:
  - id: ability
    title: Ability
    questions:${shared}
      - { id: tools, text: How many tools are in use?, type: number, min: 0, max: 9 }
      - { id: appetite, text: Is there an appetite?, scale: s, minutes: 2 }
rubric: { range: [0, 1] }
`,
);

/** A response to the first instrument, as a line. */
export function given(id: string, answers: object, more: object = {}): string {
  return `${JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'first', version: '1.0.0' },
    id,
    completed: '2026-10-02',
    profile: { organisation: 'Northbridge', department: 'Housing', kind: 'inner' },
    ...more,
    answers,
  })}\n`;
}

function called(id: string, title: string, body: string): string {
  return questionnaire(body).replace('id: sample', `id: ${id}`).replace('title: A sample', `title: ${title}`);
}
