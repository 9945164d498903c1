import { roundHalfUp } from '../../expression/round.js';
import { workshopMinutesMore } from '../../questionnaire/statistics/pace.js';
import type { Burden, Part, QuestionnaireStatistics } from '../../questionnaire/statistics/statistics.js';
import type { WeightMatrix } from '../../rubric/influence/weight-matrix.js';
import type { Column, Table } from '../tables/table.js';
import {
  countCell,
  countColumn,
  figureCell,
  figureColumn,
  labelColumn,
  percentCell,
  percentColumn,
  textCell,
} from './cells.js';
import type { Described } from './described.js';

/** What a questionnaire asks, weighs and takes, as tables to read one after the other. */
export function questionnaireTables({ statistics, weights, shares }: Described): readonly Table[] {
  return [
    typeTable(statistics),
    burdenTable(statistics),
    questionTable(statistics, shares),
    ...weightTables(weights),
  ];
}

function typeTable({ types, whole }: QuestionnaireStatistics): Table {
  const conditional = types.reduce((sum, each) => sum + each.conditional, 0);
  return {
    title: 'Questions by type',
    columns: [
      labelColumn('type', 'Type'),
      countColumn('questions', 'Questions'),
      countColumn('conditional', 'Asked on a condition'),
    ],
    rows: [
      ...types.map((each) => [textCell(each.type), countCell(each.questions), countCell(each.conditional)]),
      [textCell('all'), countCell(whole.questions), countCell(conditional)],
    ],
    notes: [],
  };
}

function burdenTable({ parts, whole }: QuestionnaireStatistics): Table {
  const rowOf = (title: string, { questions, words, least, most, readingEase }: Burden) => [
    textCell(title),
    countCell(questions),
    countCell(words.read),
    countCell(words.aloud),
    figureCell(least.selfCompletion, 1),
    figureCell(most.selfCompletion, 1),
    figureCell(least.interview, 1),
    figureCell(most.interview, 1),
    figureCell(readingEase, 0),
  ];
  return {
    title: 'Words and estimated minutes',
    columns: [
      labelColumn('part', 'Part'),
      countColumn('questions', 'Questions'),
      countColumn('words_read', 'Words to read'),
      countColumn('words_aloud', 'Words read out'),
      figureColumn('self_completion_least', 'Alone, least', 1),
      figureColumn('self_completion_most', 'Alone, most', 1),
      figureColumn('interview_least', 'Interview, least', 1),
      figureColumn('interview_most', 'Interview, most', 1),
      figureColumn('reading_ease', 'Reading ease', 0),
    ],
    rows: [...parts.map((part) => rowOf(nameOf(part), part)), rowOf('All', whole)],
    notes: [
      `Minutes are estimates, no measurements: the least where no question with a condition is asked, the most where all
      are. A workshop takes ${minuteSpan(whole)} minutes, if each question takes ${workshopMinutesMore} minutes more
      than in an interview.`,
      whole.readingEase === undefined
        ? "Reading ease is Flesch's, and measured for English alone."
        : "Reading ease is Flesch's: 60 and more is plain English, below 30 is hard to read.",
    ],
  };
}

function minuteSpan({ least, most }: Burden): string {
  const [from, to] = [least.workshop, most.workshop].map((minutes) => roundHalfUp(minutes, 0));
  return from === to ? `${from}` : `${from} to ${to}`;
}

function nameOf({ kind, title }: Part): string {
  switch (kind) {
    case 'introduction':
      return 'Introduction';
    case 'profile':
      return 'About the respondent';
    case 'dimension':
      return title ?? '';
  }
}

function questionTable({ questions }: QuestionnaireStatistics, shares: Described['shares']): Table {
  return {
    title: 'Questions',
    columns: [
      labelColumn('question', 'Question'),
      { key: 'type', title: 'Type', kind: 'text' },
      countColumn('words_read', 'Words to read'),
      countColumn('words_aloud', 'Words read out'),
      figureColumn('self_completion', 'Minutes alone', 1),
      figureColumn('interview', 'Minutes in an interview', 1),
      figureColumn('reading_ease', 'Reading ease', 0),
      ...(shares === undefined ? [] : [percentColumn('weight', 'Weight')]),
    ],
    rows: questions.map(({ question, words, minutes, readingEase }) => [
      textCell(question.id),
      textCell(question.when === undefined ? question.type : `${question.type}, on a condition`),
      countCell(words.read),
      countCell(words.aloud),
      figureCell(minutes.selfCompletion, 1),
      figureCell(minutes.interview, 1),
      figureCell(readingEase, 0),
      ...(shares === undefined ? [] : [percentCell(shares.get(question.id))]),
    ]),
    notes:
      shares === undefined
        ? []
        : ['Weight is the share of the overall score; a question without one is not part of it.'],
  };
}

/** How many questions, and how much of the overall score, each dimension and theme has. */
function weightTables({ themes, rows, whole }: WeightMatrix): readonly Table[] {
  const lines = [...rows, whole];
  const cellsOf = (row: WeightMatrix['whole']) =>
    themes.length === 0 ? [] : [...row.byTheme, row.withoutTheme];
  const label = ({ dimension, depth }: WeightMatrix['whole']) =>
    textCell(dimension === undefined ? 'All' : '  '.repeat(depth - 1) + dimension.title);
  const themeColumns = (make: (key: string, title: string) => Column) =>
    themes.length === 0
      ? []
      : [...themes.map(({ id, title }) => make(id, title)), make('without_theme', 'No theme')];
  const counts: Table = {
    title: themes.length === 0 ? 'Questions by dimension' : 'Questions by dimension and theme',
    columns: [
      labelColumn('dimension', 'Dimension'),
      countColumn('questions', 'Questions'),
      countColumn('unscored', 'Unscored'),
      ...themeColumns(countColumn),
    ],
    rows: lines.map((row) => [
      label(row),
      countCell(row.all.questions),
      countCell(row.all.unscored),
      ...cellsOf(row).map(({ questions }) => countCell(questions)),
    ]),
    notes: themes.length === 0 ? [] : ['A question of several themes is counted in each.'],
  };
  if (whole.all.share === undefined) {
    return [
      { ...counts, notes: [...counts.notes, 'The rubric has no overall score to weigh questions by.'] },
    ];
  }
  const weights: Table = {
    title: `Share of the overall score by dimension${themes.length === 0 ? '' : ' and theme'}, in %`,
    columns: [
      labelColumn('dimension', 'Dimension'),
      figureColumn('share', 'All', 1),
      ...themeColumns((key, title) => figureColumn(key, title, 1)),
    ],
    rows: lines.map((row) => [
      label(row),
      percentCell(row.all.share),
      ...cellsOf(row).map(({ share }) => percentCell(share)),
    ]),
    notes: [],
  };
  return [counts, weights];
}
