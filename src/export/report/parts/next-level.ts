import { statusOf } from '../../../compare/comparison.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import { bandOf } from '../../../rubric/bands.js';
import type { AnswerChange, NextBand } from '../../../rubric/next-band-tree.js';
import { scoreCell } from '../../comparison/figure.js';
import { answerWords } from '../../derivations/words.js';
import type { TableCell } from '../../table.js';
import { figureCell, named, score, text, textCell } from '../columns.js';
import { dimensionsOf, overallOf } from '../figures.js';
import type { ReportPart } from '../part.js';
import { unitNameWords } from '../unit-words.js';
import { words } from '../words.js';

/** The next band of each dimension, and the smallest single change of an answer that would reach it. */
export const nextLevel: ReportPart = {
  topic: 'The nearest next level',
  make: ({ own, plan, settings }) => {
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
    return {
      heading:
        near.length === 0
          ? words`No single answer would bring ${unitNameWords(unit)} to a next level`
          : words`One answer would bring ${unitNameWords(unit)} to the next level in ${near.length} of ${rows.length} figures`,
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'next-level',
            caption: words`The next level of each dimension, and the smallest change that would reach it`,
            columns: [
              named('node', 'Figure'),
              score('score', 'Score', plan.rounding.digits),
              text('band', 'Level'),
              text('next', 'Next level'),
              score('from', 'From', plan.rounding.digits),
              text('change', 'What would reach it'),
            ],
            rows: rows.map(({ figure, next }): readonly TableCell[] => [
              textCell(figure.title),
              scoreCell(unit.card.scores[figure.slot], statusOf(unit.card, figure.slot), figure, plan),
              textCell(bandOf(unit.card.scores[figure.slot] ?? Number.NaN, figure.bands)?.label ?? ''),
              textCell('band' in next ? next.band.label : ''),
              'band' in next ? figureCell(next.band.from) : { kind: 'empty' },
              textCell(changeText(next, isTold)),
            ]),
            notes: [
              words`A change of one answer, all others staying as they are. More than one may work; the smallest is told.`,
            ],
          },
        },
      ],
    };
  },
};

/** What would have to be answered; not by whom, nor what was; and nothing about ratings that are withheld. */
function changeText(next: NextBand, isTold: (change: AnswerChange) => boolean): string {
  switch (next.kind) {
    case 'no_bands':
      return '';
    case 'no_score':
      return 'without a score there is no next level';
    case 'highest':
      return 'this is the highest level';
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
