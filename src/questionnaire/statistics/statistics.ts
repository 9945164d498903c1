import type { Dimension, Question, Questionnaire } from '../questionnaire.js';
import {
  addMinutes,
  fieldMinutes,
  type Minutes,
  questionMinutes,
  readingMinutes,
  type WordCount,
} from './minutes.js';
import { fewestWords, isMeasured, measure, readingEase, type TextMeasure } from './reading-ease.js';
import { wordingOf } from './wording.js';
import { countWords } from './words.js';

/** What a questionnaire asks of those who fill it in. */
export interface QuestionnaireStatistics {
  readonly types: readonly TypeCount[];
  /** In file order, each item of a grid being one. */
  readonly questions: readonly QuestionStatistics[];
  /** What it is read through by: the introduction, the fields about the respondent, the outermost dimensions. */
  readonly parts: readonly Part[];
  readonly whole: Burden;
}

export interface TypeCount {
  readonly type: Question['type'];
  readonly questions: number;
  /** With a `when`. */
  readonly conditional: number;
}

export interface QuestionStatistics {
  readonly question: Question;
  readonly words: WordCount;
  readonly minutes: Minutes;
  /** Flesch's; none in another language than English, or of fewer than 15 words. */
  readonly readingEase?: number;
}

export interface Part extends Burden {
  readonly kind: 'introduction' | 'profile' | 'dimension';
  /** Of a dimension. */
  readonly id?: string;
  readonly title?: string;
}

/** What a part takes. */
export interface Burden {
  readonly questions: number;
  readonly words: WordCount;
  /** Where only what is always asked is asked. */
  readonly least: Minutes;
  /** Where every question is asked. */
  readonly most: Minutes;
  readonly readingEase?: number;
}

/** Counts questions and words, estimates minutes and measures reading ease. */
export function questionnaireStatistics(questionnaire: Questionnaire): QuestionnaireStatistics {
  const { questions, language } = questionnaire;
  const loads = questions.map((question, i) => questionLoad(question, questions[i - 1], questions));
  const parts: (Omit<Part, keyof Burden> & { readonly loads: readonly Load[] })[] = [
    { kind: 'introduction', loads: [introductionLoad(questionnaire)] },
    { kind: 'profile', loads: profileLoads(questionnaire) },
    ...questionnaire.dimensions.map((dimension) => ({
      kind: 'dimension' as const,
      id: dimension.id,
      title: dimension.title,
      loads: dimensionLoads(dimension, loads),
    })),
  ];
  return {
    types: typesOf(questions),
    questions: questions.map((question, i) => {
      const { words, minutes, measured } = loads[i] ?? noLoad;
      return { question, words, minutes, ...easeOf(measured, language) };
    }),
    parts: parts.map(({ loads, ...part }) => ({ ...part, ...burdenOf(loads, language) })),
    whole: burdenOf(
      parts.flatMap(({ loads }) => loads),
      language,
    ),
  };
}

/** What something adds to a questionnaire. */
interface Load {
  readonly asks: 0 | 1;
  readonly conditional: boolean;
  readonly words: WordCount;
  readonly minutes: Minutes;
  readonly measured: TextMeasure;
}

const noLoad: Load = readLoad([]);

function readLoad(texts: readonly string[]): Load {
  const count = countWords(texts);
  const words = { read: count, aloud: count };
  return { asks: 0, conditional: false, words, minutes: readingMinutes(words), measured: measure(texts) };
}

function questionLoad(
  question: Question,
  before: Question | undefined,
  questions: readonly Question[],
): Load {
  const { read, aloud, sentences } = wordingOf(question, before);
  const words = { read: countWords(read), aloud: countWords(aloud) };
  const { grid } = question;
  const items = grid === undefined ? 1 : questions.filter((other) => other.grid?.id === grid.id).length;
  return {
    asks: 1,
    conditional: question.when !== undefined,
    words,
    minutes: questionMinutes(question, words, items),
    measured: measure(sentences),
  };
}

function introductionLoad({ title, description, notice }: Questionnaire): Load {
  return readLoad([title, description, notice].filter((text) => text !== undefined));
}

function profileLoads({ profile }: Questionnaire): readonly Load[] {
  return profile.map((field) => {
    const title = countWords([field.title]);
    const options = field.type === 'choice' ? countWords(field.options.map(({ label }) => label)) : 0;
    const words = { read: title + options, aloud: title };
    return { ...noLoad, words, minutes: fieldMinutes(field, words) };
  });
}

/** A dimension's own words, and the loads of all that is in it. */
function dimensionLoads(dimension: Dimension, loads: readonly Load[]): readonly Load[] {
  const { title, description, dimensions, questions } = dimension;
  return [
    readLoad(description === undefined ? [title] : [title, description]),
    ...dimensions.flatMap((inner) => dimensionLoads(inner, loads)),
    ...questions.map(({ index }) => loads[index] ?? noLoad),
  ];
}

function burdenOf(loads: readonly Load[], language: string): Burden {
  const minutesOf = (some: readonly Load[]) =>
    some.reduce((sum, { minutes }) => addMinutes(sum, minutes), noLoad.minutes);
  const measured = loads.reduce(
    (sum, { measured: { words, sentences, syllables } }) => ({
      words: sum.words + words,
      sentences: sum.sentences + sentences,
      syllables: sum.syllables + syllables,
    }),
    noLoad.measured,
  );
  return {
    questions: loads.reduce((sum, { asks }) => sum + asks, 0),
    words: {
      read: loads.reduce((sum, { words }) => sum + words.read, 0),
      aloud: loads.reduce((sum, { words }) => sum + words.aloud, 0),
    },
    least: minutesOf(loads.filter(({ conditional }) => !conditional)),
    most: minutesOf(loads),
    ...easeOf(measured, language),
  };
}

function easeOf(measured: TextMeasure, language: string): { readonly readingEase?: number } {
  if (!isMeasured(language) || measured.words < fewestWords) return {};
  const ease = readingEase(measured);
  return ease === undefined ? {} : { readingEase: ease };
}

function typesOf(questions: readonly Question[]): readonly TypeCount[] {
  const types = [...new Set(questions.map(({ type }) => type))];
  return types.map((type) => {
    const such = questions.filter((question) => question.type === type);
    return {
      type,
      questions: such.length,
      conditional: such.filter(({ when }) => when !== undefined).length,
    };
  });
}
