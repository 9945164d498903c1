import { fold } from '../../questionnaire/non-answer-words.js';
import type {
  Barrier,
  GivenNonAnswer,
  LevelQuestion,
  Option,
  Question,
  Questionnaire,
} from '../../questionnaire/questionnaire.js';
import { labelsOf, lookUp } from '../../response/labels/labels.js';
import { nonAnswerWords } from '../../response/labels/non-answer-words.js';
import { named, questionLabels } from '../../response/labels/question-labels.js';
import type { Mode, RemarkKey } from '../../response/response.js';

const nonAnswerLabels: Readonly<Record<GivenNonAnswer, string>> = {
  dont_know: "Don't know",
  not_applicable: 'Not applicable',
  refused: 'Prefer not to say',
};

/** The word for a non-answer: the questionnaire's own, if it has one. */
export function nonAnswerWord(questionnaire: Questionnaire, meaning: GivenNonAnswer): string {
  const words = nonAnswerWords(questionnaire);
  const own = questionnaire.nonAnswerWords[meaning]?.find((word) => words.get(fold(word)) === meaning);
  return own?.trim() ?? nonAnswerLabels[meaning];
}

/** The words for not answering that a question permits. */
export function permittedWords(questionnaire: Questionnaire, question: Question): readonly string[] {
  return question.nonAnswers.map((meaning) => nonAnswerWord(questionnaire, meaning));
}

/** The labels of a level or option question as cells that are read back as what they stand for: else the value or id. */
export function answerWords(
  question: Question,
): readonly { readonly key: number | string; readonly word: string }[] {
  const labels = questionLabels(question);
  return thingsOf(question).map(({ key, label }) => {
    const word = label.trim();
    return { key, word: named(question, labels, word) === key ? word : String(key) };
  });
}

function thingsOf(question: Question): readonly { readonly key: number | string; readonly label: string }[] {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value, label }) => ({ key: value, label }));
    case 'choice':
    case 'choices':
      return question.options.map(({ id, label }) => ({ key: id, label }));
    default:
      return [];
  }
}

/** The word for each barrier: its label, or its id where several joined by semicolons could not be told apart. */
export function barrierWords(
  barriers: readonly Barrier[],
): readonly { readonly id: string; readonly word: string }[] {
  const labels = labelsOf(barriers.map(({ id, label }) => ({ key: id, label })));
  return barriers.map(({ id, label }) => {
    const word = label.trim();
    return { id, word: lookUp(labels, word) === id && !word.includes(';') ? word : id };
  });
}

/** The word for each option of a profile field. */
export function optionWords(
  options: readonly Option[],
): readonly { readonly id: string; readonly word: string }[] {
  const labels = labelsOf(options.map(({ id, label }) => ({ key: id, label })));
  return options.map(({ id, label }) => {
    const word = label.trim();
    return { id, word: lookUp(labels, word) === id ? word : id };
  });
}

/** A level as it is explained: its label with the question's own wording, or else its description. */
export function levelLines({ scale, wording }: LevelQuestion): readonly {
  readonly label: string;
  readonly meaning: string | undefined;
}[] {
  return scale.levels.map(({ value, label, description }) => ({
    label: label.trim(),
    meaning: (wording.get(value) ?? description)?.trim(),
  }));
}

/** What kind of answer is wanted, where there is nothing to choose from. */
export function freeAnswerHint(question: Question): string | undefined {
  switch (question.type) {
    case 'number': {
      const { min, max, integer, unit } = question;
      const kind = integer ? 'A whole number' : 'A number';
      return `${kind}${limits(min, max)}${unit === undefined ? '' : `, in ${unit.trim()}`}`;
    }
    case 'date': {
      const { min, max } = question;
      const from = min === undefined ? '' : `, not before ${min}`;
      return `A date such as 2026-11-23${from}${max === undefined ? '' : `, not after ${max}`}`;
    }
    case 'text':
      return question.maxLength === undefined
        ? 'In your own words'
        : `In your own words, at most ${question.maxLength} characters`;
    case 'yes_no':
      return 'Yes or No';
    default:
      return undefined;
  }
}

function limits(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max === undefined ? '' : `, ${max} at most`;
}

/** What follow-ups ask where the questionnaire's `prompts` say nothing. */
const remarkTitles = {
  note: 'Note',
  target: 'Where do you want to be?',
  evidence: 'Evidence (links or text)',
  barriers: 'What stands in the way?',
  confidence: 'How sure are you?',
  best_practice: 'What could others learn from this?',
  share: 'May we share that?',
  contact: 'Whom to ask about it',
} satisfies Partial<Readonly<Record<RemarkKey, string>>>;

/** The follow-ups that a form has room for, in the order of their columns. */
export const formRemarks = [
  'note',
  'target',
  'evidence',
  'barriers',
  'confidence',
  'best_practice',
  'share',
  'contact',
] as const satisfies readonly (keyof typeof remarkTitles)[];
export type FormRemark = (typeof formRemarks)[number];

export function remarkTitle({ prompts }: Questionnaire, remark: FormRemark): string {
  return (Object.hasOwn(prompts, remark) ? prompts[remark]?.trim() : undefined) ?? remarkTitles[remark];
}

export const modeWords: Readonly<Record<Mode, string>> = {
  self_completion: 'Self completion',
  interview: 'Interview',
  workshop: 'Workshop',
};
