import { milepost } from '../support/milepost.js';

/** A questionnaire with one of everything, in which nothing is wrong. */
export const valid = `milepost: 1
id: housing-digital
version: 1.2.0
title: Housing service digital check
description: Asks housing services how far along they are.
notice: Read by the project team only.
licence: CC-BY-4.0
sources: [A framework]
language: en

profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - id: type
    title: Kind of authority
    type: choice
    options: [{ id: inner, label: Inner }, { id: outer, label: Outer }]
  - { id: staff, title: Number of staff, type: number }
  - { id: email, title: E-mail, personal: true }

scales:
  maturity:
    levels:
      - { value: 1, label: Starting }
      - { value: 2, label: Emerging }
      - { value: 3, label: Established }
      - { value: 4, label: Leading }
option_lists:
  hosting:
    - { id: own, label: Our own, score: 0 }
    - { id: cloud, label: Cloud, score: 1 }
barriers:
  - { id: skills, label: Skills }
  - { id: legacy, label: Legacy contracts }
themes:
  - { id: people, title: People }
  - { id: tools, title: Tools }
privacy: { min_group: 5, count: people }
prompts: { target: Where do you want to be by March 2028? }
non_answer_words: { dont_know: [Not sure, TBC] }

dimensions:
  - id: data
    title: Data
    weight: 2
    questions:
      - id: data_owner
        text: Does every dataset have a named owner?
        scale: maturity
        levels:
          1: Nobody knows who owns what.
          4: Every dataset has an owner who reviews it yearly.
        themes: [people]
        ask: [target, evidence, barriers]
        minutes: 1.5
      - id: data_tools
        text: Which of these are in use?
        type: choices
        options:
          - { id: catalogue, label: A catalogue, score: 2 }
          - { id: quality, label: Quality reports, score: 1 }
          - { id: none, label: None of these, score: 0, exclusive: true }
        when: answers.data_owner >= 2
      - id: data_hosting
        text: Where are records kept?
        type: choice
        options: hosting
        themes: [tools]
      - id: data_share
        text: What share of records is complete?
        type: number
        min: 0
        max: 100
        score:
          - { from: 0, score: 0 }
          - { from: 50, score: 1 }
  - id: service
    title: Service
    dimensions:
      - id: online
        title: Online
        questions:
          - id: online_form
            text: Is there an online form?
            type: yes_no
            required: true
          - id: online_use
            text: How many reports come in online?
            type: number
            score: "clamp(value / 50, 0, 1)"
            range: [0, 1]
            when: answers.online_form && answers.data_hosting == "cloud"
          - id: online_parts
            text: How mature is each part?
            scale: maturity
            items:
              - { id: report, text: Reporting a repair }
              - { id: pay, text: Paying the rent }
      - id: other
        title: Other
        questions:
          - id: other_text
            text: What else?
            type: text
            max_length: 200
            pattern: "^[A-Z].*$"
          - id: other_date
            text: Since when?
            type: date
            min: 2020-01-01
            max: 2030-12-31
          - id: other_score
            text: How mature is it all?
            scale: maturity

rubric:
  range: [0, 100]
  missing:
    dont_know: lowest
  bands:
    - { id: low, label: Low, from: 0 }
    - { id: high, label: High, from: 60 }
  dimensions:
    data: { method: min }
  indices:
    - { id: readiness, title: Readiness, score: 0.6 * scores.data + 0.4 * scores.service }
  gates:
    - { on: overall, if: scores.data < 20, cap: 40, because: Data comes first. }
  rollup:
    organisation: { of: department, min_children: 2 }
examples:
  - name: all well
    answers: { data_owner: 4, data_tools: [catalogue, quality], data_hosting: cloud, data_share: 60, online_form: yes }
    expect:
      bands: { data: high }
`;

/** A finding of `check`, as a program reads it. */
export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly help: string | null;
}

/** What `check` finds in a definition, with other files beside it. */
export async function check(
  definition: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<readonly Found[]> {
  const { out } = await milepost('check q.yaml --format json', { files: { 'q.yaml': definition, ...files } });
  return JSON.parse(out);
}

/** The errors among them, a line each: `file:line:column rule: message`. */
export async function errors(
  definition: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<readonly string[]> {
  const found = await check(definition, files);
  return found
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, column, rule, message }) =>
      [[file, line, column].filter((part) => part !== null).join(':'), `${rule}:`, message].join(' '),
    );
}

/** An edit of the valid questionnaire, and the line that it makes different. */
export function edited(from: string, to: string): { readonly text: string; readonly line: number } {
  if (valid.split(from).length === 1) throw new Error(`there is no ${from} in the valid questionnaire`);
  const text = valid.replace(from, () => to);
  const before = valid.split('\n');
  return { text, line: text.split('\n').findIndex((line, i) => line !== before[i]) + 1 };
}
