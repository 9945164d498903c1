import { count } from '../../finding/words.js';
import type { LevelQuestion, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { AnalysedQuestion, ItemAnalysis } from '../../rubric/item-analysis/item-analysis.js';
import { thresholds } from '../../rubric/item-analysis/thresholds.js';
import type { Table } from '../tables/table.js';
import {
  countCell,
  countColumn,
  figureCell,
  figureColumn,
  labelColumn,
  percentCell,
  percentColumn,
  shareOf,
  textCell,
} from './cells.js';
import { flagLines } from './flag-words.js';

/** How questions behave, as tables to read one after the other. */
export function itemTables(questionnaire: Questionnaire, analysis: ItemAnalysis): readonly Table[] {
  return [
    answeredTable(analysis),
    spreadTable(analysis),
    ...levelTables(questionnaire, analysis),
    ...optionTables(analysis),
    ...dimensionTables(analysis),
    lookTable(analysis),
  ];
}

function answeredTable({ questions, responses }: ItemAnalysis): Table {
  return {
    title: `How questions were answered, in ${count(responses, 'response')}`,
    columns: [
      labelColumn('question', 'Question'),
      countColumn('asked', 'Asked'),
      countColumn('not_asked', 'Not asked'),
      countColumn('answered', 'Answered'),
      percentColumn('dont_know', "Don't know"),
      percentColumn('unanswered', 'Blank'),
      percentColumn('refused', 'Refused'),
      percentColumn('not_applicable', 'Does not apply'),
      countColumn('notes', 'Notes'),
    ],
    rows: questions.map(({ question, responses, counts, notes }) => {
      const asked = responses - counts.not_asked;
      return [
        textCell(question.id),
        countCell(asked),
        countCell(counts.not_asked),
        countCell(counts.value),
        percentCell(shareOf(counts.dont_know, asked)),
        percentCell(shareOf(counts.unanswered, asked)),
        percentCell(shareOf(counts.refused, asked)),
        percentCell(shareOf(counts.not_applicable, asked)),
        countCell(notes),
      ];
    }),
    notes: ['Percentages are of those asked.'],
  };
}

function spreadTable({ questions }: ItemAnalysis): Table {
  const shown = questions.filter(({ question: { type } }) => type === 'level' || type === 'number');
  return {
    title: 'How answers spread',
    columns: [
      labelColumn('question', 'Question'),
      countColumn('answered', 'Answered'),
      figureColumn('mean', 'Mean', 2),
      figureColumn('spread', 'Standard deviation', 2),
      percentColumn('floor', 'Lowest'),
      percentColumn('ceiling', 'Highest'),
      figureColumn('item_rest', 'Correlation with the rest', 2),
    ],
    rows: shown.map(({ question, counts, mean, spread, lowest, highest, itemRest }) => [
      textCell(question.id),
      countCell(counts.value),
      figureCell(mean, 2),
      figureCell(spread, 2),
      percentCell(shareOf(lowest, counts.value)),
      percentCell(shareOf(highest, counts.value)),
      figureCell(itemRest, 2),
    ]),
    notes: [
      'Percentages are of answers: those at the lowest level or number that can be given, and at the highest.',
    ],
  };
}

/** For each scale, the share of answers at each of its levels. */
function levelTables({ scales }: Questionnaire, { questions }: ItemAnalysis): readonly Table[] {
  return scales.flatMap((scale): readonly Table[] => {
    const asked = questions.filter(({ question }) => isLevelOf(question, scale));
    if (asked.length === 0) return [];
    return [
      {
        title: `Levels chosen on the scale ${scale.id}, in % of answers`,
        columns: [
          labelColumn('question', 'Question'),
          ...scale.levels.map(({ value, label }) => figureColumn(String(value), label, 1)),
        ],
        rows: asked.map(({ question, chosen, counts }) => [
          textCell(question.id),
          ...chosen.map(({ count }) => percentCell(shareOf(count, counts.value))),
        ]),
        notes: [],
      },
    ];
  });
}

function isLevelOf(question: Question, scale: LevelQuestion['scale']): boolean {
  return question.type === 'level' && question.scale.id === scale.id;
}

function optionTables({ questions }: ItemAnalysis): readonly Table[] {
  const asked = questions.filter(({ question, chosen }) => question.type !== 'level' && chosen.length > 0);
  if (asked.length === 0) return [];
  return [
    {
      title: 'Options chosen',
      columns: [
        labelColumn('question', 'Question'),
        { key: 'option', title: 'Option', kind: 'text' },
        countColumn('chosen', 'Chosen'),
        percentColumn('share', 'Of answers'),
      ],
      rows: asked.flatMap(({ question, chosen, counts }) =>
        chosen.map(({ label, count }) => [
          textCell(question.id),
          textCell(label),
          countCell(count),
          percentCell(shareOf(count, counts.value)),
        ]),
      ),
      notes: asked.some(({ question: { type } }) => type === 'choices')
        ? ['Where several can be chosen, the shares can add up to more than 100 %.']
        : [],
    },
  ];
}

function dimensionTables({ dimensions }: ItemAnalysis): readonly Table[] {
  if (dimensions.length === 0) return [];
  return [
    {
      title: 'How dimensions hold together',
      columns: [
        labelColumn('dimension', 'Dimension'),
        countColumn('questions', 'Questions'),
        countColumn('complete', 'Complete responses'),
        figureColumn('alpha', "Cronbach's alpha", 2),
        percentColumn('floor', 'All lowest'),
        percentColumn('ceiling', 'All highest'),
      ],
      rows: dimensions.map(({ node, questions, complete, alpha, floor, ceiling }) => [
        textCell('  '.repeat(node.depth - 1) + node.title),
        countCell(questions.length),
        countCell(complete),
        figureCell(alpha, 2),
        percentCell(floor),
        percentCell(ceiling),
      ]),
      notes: [
        `Over the responses that answer all scored questions that are asked of everybody. Alpha is empty where it is
        undefined: too few responses, or no differences. Below ${thresholds.fewestComplete} complete responses, take it with care.`,
      ],
    },
  ];
}

/** What is worth a look: sentences, which a column would cut. */
function lookTable(analysis: ItemAnalysis): Table {
  const lines = flagLines(analysis);
  return {
    title: 'Worth a look',
    columns: [],
    rows: [],
    notes: lines.length === 0 ? [nothing(analysis.questions)] : lines,
  };
}

function nothing(questions: readonly AnalysedQuestion[]): string {
  const most = Math.max(0, ...questions.map(({ responses, counts }) => responses - counts.not_asked));
  return most < thresholds.fewestAnswers
    ? `Too few responses to judge questions by: it takes ${thresholds.fewestAnswers}.`
    : 'Nothing beyond the thresholds (docs/statistics.md).';
}
