import type { Value } from '../../expression/expression.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import type { AnswerState } from '../plan.js';

/** How a question was answered. */
export interface QuestionTallied {
  readonly question: Question;
  readonly responses: number;
  readonly counts: Readonly<Record<AnswerState, number>>;
  /** Answers, and blanks, with a note. */
  readonly notes: number;
  /** The levels or options in order, with how many chose each; none for numbers, texts and dates. */
  readonly chosen: readonly Chosen[];
  /** Of levels and numbers. */
  readonly mean?: number;
  /** The sample standard deviation of levels and numbers, from two answers on. */
  readonly spread?: number;
  /** How many answers are the lowest that can be given, and the highest; of levels, and of numbers with limits. */
  readonly lowest?: number;
  readonly highest?: number;
}

export interface Chosen {
  /** A level's value, an option's id, or yes or no. */
  readonly answer: string | number;
  readonly label: string;
  readonly count: number;
}

export interface QuestionTally {
  readonly add: (state: AnswerState, value: Value | undefined, note: string | undefined) => void;
  readonly finish: () => QuestionTallied;
}

export function questionTally(question: Question): QuestionTally {
  const counts: Record<AnswerState, number> = {
    value: 0,
    unanswered: 0,
    dont_know: 0,
    not_applicable: 0,
    refused: 0,
    not_asked: 0,
  };
  const answers = answersOf(question);
  const places = new Map<Value, number>(answers.map(({ value }, i) => [value, i]));
  const chosen = new Float64Array(answers.length);
  const { min, max } = limitsOf(question);
  let responses = 0;
  let notes = 0;
  let lowest = 0;
  let highest = 0;
  let mean = 0;
  let squares = 0;
  let figures = 0;
  const choose = (value: Value) => {
    const at = places.get(value);
    if (at !== undefined) chosen[at] = (chosen[at] ?? 0) + 1;
  };
  return {
    add: (state, value, note) => {
      responses += 1;
      counts[state] += 1;
      if (note !== undefined && note !== '') notes += 1;
      if (state !== 'value' || value === undefined) return;
      if (Array.isArray(value)) for (const each of value) choose(each);
      else choose(value);
      if (typeof value !== 'number') return;
      figures += 1;
      const deviation = value - mean;
      mean += deviation / figures;
      squares += deviation * (value - mean);
      if (value === min) lowest += 1;
      if (value === max) highest += 1;
    },
    finish: () => ({
      question,
      responses,
      counts: { ...counts },
      notes,
      chosen: answers.map(({ answer, label }, i) => ({ answer, label, count: chosen[i] ?? 0 })),
      ...(figures > 0 ? { mean } : {}),
      ...(figures > 1 ? { spread: Math.sqrt(squares / (figures - 1)) } : {}),
      ...(min === undefined ? {} : { lowest }),
      ...(max === undefined ? {} : { highest }),
    }),
  };
}

interface Possible {
  readonly value: Value;
  readonly answer: string | number;
  readonly label: string;
}

function answersOf(question: Question): readonly Possible[] {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value, label }) => ({ value, answer: value, label }));
    case 'yes_no':
      return [
        { value: false, answer: 'no', label: 'No' },
        { value: true, answer: 'yes', label: 'Yes' },
      ];
    case 'choice':
    case 'choices':
      return question.options.map(({ id, label }) => ({ value: id, answer: id, label }));
    case 'number':
    case 'text':
    case 'date':
      return [];
  }
}

function limitsOf(question: Question): { readonly min?: number; readonly max?: number } {
  if (question.type === 'number') return question;
  if (question.type !== 'level') return {};
  const values = question.scale.levels.map(({ value }) => value);
  return { min: Math.min(...values), max: Math.max(...values) };
}
