import { fileURLToPath } from 'node:url';
import { diskFiles } from '../../src/cli/files/files.js';
import { type Finding, isError } from '../../src/finding/finding.js';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.js';
import { questionnaire } from '../support/questionnaire.js';

/** One question of each type, and a few that look at others. */
export const survey = questionnaireOf(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: kind, title: Kind of authority, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer London }] }
  - { id: staff, title: Staff, type: number }
  - { id: email, title: E-mail, personal: true }
scales:
  maturity: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
barriers: [{ id: skills, label: Skills }, { id: legacy, label: Legacy contracts }]
non_answer_words: { dont_know: [Not sure, TBC], unanswered: ["-"] }
non_answers: [dont_know, not_applicable]
dimensions:
  - id: data
    title: Data
    questions:
      - id: owner
        text: Does every dataset have a named owner?
        scale: maturity
        levels: { 1: Nobody knows who owns what., 4: Every dataset has an owner who reviews it yearly. }
        required: true
        ask: [target, evidence, barriers, confidence, best_practice]
      - { id: published, text: Is it published?, type: yes_no }
      - { id: hosting, text: Where does it live?, type: choice, options: [{ id: own, label: Our own }, { id: cloud, label: Cloud }] }
      - id: tools
        text: Which of these are in use?
        type: choices
        options: [{ id: catalogue, label: A catalogue }, { id: quality, label: Quality reports; weekly }, { id: none, label: None of these, exclusive: true }]
        when: answers.owner >= 2
      - { id: share, text: What share is open?, type: number, min: 0, max: 100, non_answers: [] }
      - { id: sets, text: How many datasets?, type: number, integer: true, min: 0 }
      - { id: code, text: Which code?, type: text, pattern: "^[A-Z]{2}[0-9]+$", max_length: 5 }
      - { id: remark, text: Anything else?, type: text }
      - { id: since, text: Since when?, type: date, min: "2000-01-01", max: "2030-12-31" }
      - { id: reviewed, text: Was the catalogue reviewed?, type: yes_no, required: true, when: '"catalogue" in answers.tools' }
`);

export function questionnaireOf(body: string): Questionnaire {
  return questionnaireFrom(questionnaire(body));
}

/** The questionnaire that a whole file defines. */
export function questionnaireFrom(yaml: string): Questionnaire {
  const { questionnaire: made, findings } = loadQuestionnaire('q.yaml', {
    read: () => ({ text: yaml }),
    resolve: (_, relative) => relative,
  });
  const errors = findings.filter(isError);
  if (made === undefined || errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 1));
  return made;
}

/** The questionnaire in a file of the repository, by its path from the root. */
export function questionnaireIn(path: string): Questionnaire {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { questionnaire: made } = loadQuestionnaire(path, diskFiles(root));
  if (made === undefined) throw new Error(`${path} cannot be loaded`);
  return made;
}

/** Findings as `line:column rule`, or `rule` where there is no cell. */
export function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ cell, range, path, rule }) => {
    if (cell !== undefined)
      return `${cell.line}${cell.column === undefined ? '' : `:${cell.column}`} ${rule}`;
    if (range !== undefined) return `${range.start.line}:${range.start.column} ${rule}`;
    return path === undefined ? rule : `${path.join('.')} ${rule}`;
  });
}
