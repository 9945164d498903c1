import type { Question } from '../questionnaire.js';

/** The texts of a question, by who meets them. */
export interface Wording {
  /** What a respondent reads: the question, its help, and its levels or options. */
  readonly read: readonly string[];
  /** What an interviewer reads out: the question, and of each level or option what tells it from the others. */
  readonly aloud: readonly string[];
  /** The sentences among what is read, which reading ease is measured by: no labels. */
  readonly sentences: readonly string[];
}

/** The texts of a question. In a grid the shared text, help, levels and options are met once, with the first item. */
export function wordingOf(question: Question, before: Question | undefined): Wording {
  const { text, help, grid } = question;
  if (grid !== undefined && before?.grid?.id === grid.id) {
    return { read: [text], aloud: [text], sentences: [text] };
  }
  const asked = grid === undefined ? [text] : [grid.text, text];
  const helped = help === undefined ? asked : [...asked, help];
  const { shown, told, sentences } = answersOf(question);
  return {
    read: [...helped, ...shown],
    aloud: [...asked, ...told],
    sentences: [...helped, ...sentences],
  };
}

interface AnswerTexts {
  readonly shown: readonly string[];
  readonly told: readonly string[];
  readonly sentences: readonly string[];
}

function answersOf(question: Question): AnswerTexts {
  switch (question.type) {
    case 'level': {
      const { scale, wording } = question;
      const levels = scale.levels.map(({ value, label, description }) => ({
        label,
        worded: wording.get(value) ?? description,
      }));
      return {
        shown: levels.flatMap(({ label, worded }) => (worded === undefined ? [label] : [label, worded])),
        told: levels.map(({ label, worded }) => worded ?? label),
        sentences: levels.flatMap(({ worded }) => worded ?? []),
      };
    }
    case 'choice':
    case 'choices': {
      const labels = question.options.map(({ label }) => label);
      return { shown: labels, told: labels, sentences: [] };
    }
    case 'yes_no':
    case 'number':
    case 'text':
    case 'date':
      return { shown: [], told: [], sentences: [] };
  }
}
