import {
  type Dimension,
  type Question,
  questionsBelow,
  type Theme,
} from '../../questionnaire/questionnaire.js';
import type { Plan } from '../plan.js';
import { overallShares } from './overall-shares.js';

/** Where the weight of a questionnaire lies: its dimensions by its themes. */
export interface WeightMatrix {
  /** Those of the questionnaire's own file, and those that a question has. */
  readonly themes: readonly Theme[];
  /** Dimensions in file order, each before those in it. */
  readonly rows: readonly WeightRow[];
  readonly whole: WeightRow;
}

export interface WeightRow {
  /** None for the whole. */
  readonly dimension?: Dimension;
  /** From 1. */
  readonly depth: number;
  readonly all: WeightCell;
  /** By theme; a question of several themes stands in each. */
  readonly byTheme: readonly WeightCell[];
  readonly withoutTheme: WeightCell;
}

export interface WeightCell {
  readonly questions: number;
  /** Of these, without a part in any score. */
  readonly unscored: number;
  /** The questions' share of the overall score, 0 to 1; none where there is no overall score. */
  readonly share?: number;
}

/** Counts questions, and adds up their shares of the overall score, by dimension and theme. */
export function weightMatrix(plan: Plan): WeightMatrix {
  const { dimensions, questions, origin } = plan.questionnaire;
  const had = new Set(questions.flatMap((question) => question.themes));
  const themes = plan.questionnaire.themes.filter(
    (theme) => theme.origin.file === origin.file || had.has(theme.id),
  );
  const shares = overallShares(plan);
  const scored = new Set([...plan.terms, ...plan.presences].map(({ question }) => question.id));
  const cell = (some: readonly Question[]): WeightCell => ({
    questions: some.length,
    unscored: some.filter(({ id }) => !scored.has(id)).length,
    ...(shares === undefined ? {} : { share: some.reduce((sum, { id }) => sum + (shares.get(id) ?? 0), 0) }),
  });
  const row = (some: readonly Question[], depth: number): WeightRow => ({
    depth,
    all: cell(some),
    byTheme: themes.map(({ id }) => cell(some.filter((question) => question.themes.includes(id)))),
    withoutTheme: cell(some.filter((question) => question.themes.length === 0)),
  });
  const rowsOf = (dimension: Dimension, depth: number): readonly WeightRow[] => [
    { dimension, ...row(questionsBelow(dimension), depth) },
    ...dimension.dimensions.flatMap((inner) => rowsOf(inner, depth + 1)),
  ];
  return {
    themes,
    rows: dimensions.flatMap((dimension) => rowsOf(dimension, 1)),
    whole: row(questions, 0),
  };
}
