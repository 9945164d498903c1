import { statusOf, type Unit } from '../../../compare/comparison.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { Level, LevelQuestion } from '../../../questionnaire/questionnaire.js';
import type { AnswerChange, NextBand } from '../../../rubric/next-band/next-band-tree.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { scoreCell } from '../../comparison/figure.js';
import { answerWords } from '../../derivations/words.js';
import type { WhyAbsent } from '../../tables/absence.js';
import type { TableCell } from '../../tables/table.js';
import { dimensionsOf, largest, overallOf, rounded } from '../figures/figures.js';
import { furthestBelow, type QuestionBelow } from '../figures/furthest-below.js';
import { whyNoScore } from '../figures/why-none.js';
import { figureCell, named, reasoned, score, text, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { title, type Words, words } from '../model/words.js';
import { unitNameWords } from '../source/unit-words.js';
import type { ReportPart } from './part.js';

/** The next band of each dimension, the smallest single change of an answer that would reach it, and what would help most. */
export const nextLevel: ReportPart = {
  topic: 'The nearest next level',
  make: (source) => {
    const { own, plan, settings } = source;
    if (own === undefined) return { why: undefined };
    const { unit, nextBand } = own;
    const isTold = ({ question }: AnswerChange) => !isHidden(settings.hidden, 'ratings', unit, question);
    if (nextBand === undefined)
      return { why: words`what would reach the next level tells of single answers` };
    const overall = overallOf(plan);
    const figures = [...dimensionsOf(plan), ...(overall === undefined ? [] : [overall])].filter(
      ({ bands }) => bands.length > 0,
    );
    if (figures.length === 0) return { why: words`the rubric has no bands` };
    const rows = figures.map((figure) => ({
      figure,
      next:
        statusOf(unit.card, figure.slot) === 'scored' ? nextBand(figure.id) : ({ kind: 'no_score' } as const),
    }));
    const near = rows.filter(({ next }) => next.kind === 'changes');
    const isNone =
      rows.some(({ next }) => next.kind === 'no_single_change') &&
      rows.every(({ next }) => next.kind === 'no_single_change' || next.kind === 'highest');
    const below = dimensionsOf(plan).flatMap((dimension): readonly DimensionBelow[] => {
      const next = rows.find(({ figure }) => figure === dimension)?.next;
      if (next === undefined || !('band' in next)) return [];
      return furthestBelow(dimension, next.band.from, own, source).map((each) => ({ ...each, dimension }));
    });
    return {
      heading:
        near.length === 0
          ? (lowest(below) ?? words`No single answer would bring ${unitNameWords(unit)} to a next level`)
          : words`One answer would bring ${unitNameWords(unit)} to the next level in ${near.length} of ${rows.length} figures`,
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'next-level',
            caption: words`The next level of each dimension${isNone ? '' : ', and the smallest change that would reach it'}`,
            columns: [
              named('node', 'Figure'),
              score('score', 'Score', plan.rounding.digits),
              text('next', 'Next level'),
              score('from', 'From', plan.rounding.digits),
              ...(isNone ? [] : [text('change', 'What would reach it')]),
            ],
            rows: rows.map(({ figure, next }): readonly TableCell[] => [
              textCell(figure.title),
              scoreCell(unit.card.scores[figure.slot], statusOf(unit.card, figure.slot), figure, plan),
              reasoned(textCell(levelWords(next)), whyNoNext(unit, figure, next)),
              reasoned(
                figureCell('band' in next ? next.band.from : undefined),
                whyNoNext(unit, figure, next),
              ),
              ...(isNone
                ? []
                : [reasoned(textCell(changeText(next, isTold)), whyNoNext(unit, figure, next))]),
            ]),
            notes: [
              isNone
                ? words`No change of a single answer would reach any of them, all others staying as they are.`
                : words`A change of one answer, all others staying as they are. More than one may work; the smallest is told.`,
            ],
          },
        },
        ...(below.length === 0 ? [] : [{ kind: 'table' as const, table: belowTable(below, plan) }]),
      ],
    };
  },
};

interface DimensionBelow extends QuestionBelow {
  readonly dimension: PlanNode;
}

/** `Furthest below its next level, in Data: Has every dataset an owner?`: the question furthest below the next level, where it alone is. */
function lowest(all: readonly DimensionBelow[]): Words | undefined {
  const [first, ...others] = largest(all, ({ short }) => short);
  if (first === undefined || others.length > 0) return undefined;
  return words`Furthest below its next level, in ${title(first.dimension.title)}: ${title(first.question.text)}`;
}

/** What would help most: in the questionnaire's own words what comes next. */
function belowTable(all: readonly DimensionBelow[], plan: Plan): ReportTable {
  return {
    id: 'next-level-questions',
    caption: words`What would help most: what stands furthest below the next level, and what comes next there`,
    columns: [
      named('dimension', 'Dimension'),
      named('question', 'Question'),
      score('mean', 'Answers now', plan.rounding.digits),
      text('next', 'Comes next'),
    ],
    groupedBy: 'dimension',
    rows: all.map(({ dimension, question, mean, next }) => [
      textCell(dimension.title),
      textCell(question.text),
      figureCell(rounded(mean, plan)),
      textCell(levelText(question, next)),
    ]),
    notes: [
      words`Answers now: their mean, each level counted as it is scored. Two questions of a dimension at most; those of which ratings are withheld are passed over.`,
    ],
  };
}

/** `Established: An owner is named for each.` */
function levelText({ wording }: LevelQuestion, { value, label, description }: Level): string {
  const own = wording.get(value) ?? description;
  return own === undefined ? label : `${label}: ${own}`;
}

function levelWords(next: NextBand): string {
  if ('band' in next) return next.band.label;
  return next.kind === 'highest' ? 'the highest is reached' : '';
}

/** Why there is no next level: no score, or one that is withheld; where there is a score, there is none above. */
function whyNoNext(unit: Unit, figure: PlanNode, { kind }: NextBand): WhyAbsent {
  return kind === 'no_score' ? whyNoScore([unit], figure) : 'not_applicable';
}

/** What would have to be answered; not by whom, nor what was; and nothing about ratings that are withheld. */
function changeText(next: NextBand, isTold: (change: AnswerChange) => boolean): string {
  switch (next.kind) {
    case 'no_bands':
      return '';
    case 'no_score':
    case 'highest':
      return '';
    case 'not_searched':
      return 'not searched: there are too many responses';
    case 'no_single_change':
      return 'no single answer';
    case 'changes': {
      const first = next.changes.find(isTold);
      if (first === undefined) return 'a single answer, withheld for confidentiality';
      return `${first.title}: ${answerWords(first.to)}`;
    }
  }
}
