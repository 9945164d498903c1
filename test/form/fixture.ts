import { questionnaire } from '../support/questionnaire.js';

/** A questionnaire with every kind of question and follow-up, and conditions of several kinds. */
export const everyKind = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: staff, title: Staff, type: number }
  - { id: email, title: E-mail, personal: true }
scales:
  four: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
barriers: [{ id: skills, label: Skills }, { id: odd, label: "Old; slow" }]
non_answers: [dont_know, not_applicable, refused]
non_answer_words: { dont_know: [Not sure] }
prompts: { target: Where in two years? }
dimensions:
  - id: data
    title: "Data: who [owns] it?"
    description: About data.
    dimensions:
      - id: ownership
        title: Ownership
        description: Words on ownership.
        questions:
          - id: owner
            text: Who owns data?
            help: Think of all of it.
            guidance: Not for respondents.
            scale: four
            levels: { 1: Nobody, 4: "Everybody, always" }
            ask: [target, evidence, barriers, confidence, best_practice]
            required: true
            minutes: 2
          - { id: grid, text: How good is, scale: four, minutes: 1, items: [{ id: a, text: the first }, { id: b, text: the second }], when: answers.owner >= 3 }
      - id: figures
        title: Figures
        questions:
          - { id: size, text: "=How many?", type: number, min: 0, max: 100, unit: "%" }
          - { id: started, text: Since when?, type: date, min: "2000-01-01" }
          - { id: words, text: In words?, type: text, max_length: 400 }
          - { id: outer_only, text: Only outer?, type: yes_no, when: 'profile.type == "outer"' }
  - id: tools
    title: Tools
    questions:
      - { id: tools_used, text: Which tools?, type: choices, options: [{ id: a, label: "=SUM(A1)" }, { id: b, label: "One; two" }, { id: none, label: None, exclusive: true }] }
      - { id: band, text: How big?, type: choice, options: [{ id: s, label: 2-3 }, { id: m, label: 4-10 }] }
      - { id: checked, text: Is it checked?, type: yes_no, non_answers: [] }
`);

/** A response to it, as a line of JSONL. */
export function response(id: string, answers: object, rest: object = {}): string {
  const profile = { organisation: 'Northbridge', department: 'Housing', type: 'inner' };
  const questionnaire = { id: 'sample', version: '1.0.0' };
  return `${JSON.stringify({ milepost: 1, questionnaire, id, profile, answers, ...rest })}\n`;
}

/** Answers of every kind, none left blank but one. */
export const allAnswers = {
  owner: {
    value: 3,
    target: 4,
    note: '=1+1\nand more',
    evidence: '@home',
    barriers: ['skills', 'odd'],
    confidence: 'high',
    best_practice: '-',
    share: 'no',
    contact: '+44 1',
  },
  grid_a: { value: 1 },
  grid_b: { non_answer: 'dont_know' },
  size: { value: 12.5 },
  started: { value: '2024-02-29' },
  words: { value: '02-03' },
  outer_only: {},
  tools_used: { value: ['a', 'b'] },
  band: { value: 's', note: '\tindented?' },
  checked: { value: false },
};
