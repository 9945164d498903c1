import type { Unit } from '../../../compare/comparison.js';
import type { Plan } from '../../../rubric/plan.js';
import type { ChartData } from '../charts/chart-data.js';
import { type FigureSpread, figureSpreads } from '../figures/figure-spreads.js';
import {
  areAlike,
  commonRange,
  dimensionsOf,
  drawn,
  figureText,
  largest,
  rounded,
} from '../figures/figures.js';
import { count, figureCell, named, reasoned, score, textCell } from '../model/columns.js';
import { title, type Words, words } from '../model/words.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import type { ReportPart } from './part.js';

/** How units lie on each dimension, and the one whose page it is among them. */
export const spread: ReportPart = {
  topic: 'How far apart',
  make: (source) => {
    const { own, plan } = source;
    const called = unitWords(source);
    const rows = figureSpreads(source);
    if (rows.every(({ points }) => points.length < 2)) {
      return {
        why: rows.some(({ whyNone }) => whyNone === 'withheld')
          ? words`scores are withheld, and no figure has two that could be set side by side`
          : words`there are no two ${called.several} with scores to set side by side`,
      };
    }
    const { digits } = plan.rounding;
    const figures = rows.map(({ figure }) => figure);
    const whose = own === undefined ? called.several : 'peers';
    const name = `Scores of ${whose}${own === undefined ? '' : ', and this one’s marked'}`;
    const chart: ChartData = {
      kind: 'spread',
      title: name,
      units: called.several,
      digits,
      range: commonRange(
        figures,
        rows.flatMap(({ points }) => points.map(({ value }) => value)),
      ),
      rows: rows.map(({ figure, points, q1, median, q3 }) => ({
        label: figure.title,
        points,
        q1: drawn(q1),
        median: drawn(median),
        q3: drawn(q3),
      })),
    };
    return {
      heading:
        (own === undefined ? furthestApart(rows, plan) : besidePeers(rows, own.unit, plan)) ??
        words`How far apart ${called.several} are`,
      blocks: [
        { kind: 'chart', chart },
        {
          kind: 'table',
          table: {
            id: 'spread',
            caption: words`Lowest, middle and highest scores of ${whose}`,
            columns: [
              named('node', 'Figure'),
              count('scored', 'With a score'),
              score('lowest', 'Lowest', digits),
              score('q1', 'Lower quartile', digits),
              score('median', 'Median', digits),
              score('q3', 'Upper quartile', digits),
              score('highest', 'Highest', digits),
            ],
            rows: rows.map(({ figure, scored, lowest, q1, median, q3, highest, whyNone }) => [
              textCell(figure.title),
              figureCell(scored),
              ...[lowest, q1, median, q3, highest].map((each) => reasoned(figureCell(each), whyNone)),
            ]),
            notes: [],
          },
        },
      ],
    };
  },
};

/**
 * `Furthest apart in Culture, from 30.19 to 83.24`: the outermost dimension whose lowest and highest score, as they are printed, lie
 * furthest apart. Nothing where several do, where none do, or where possible ranges differ.
 */
function furthestApart(rows: readonly FigureSpread[], plan: Plan): Words | undefined {
  const dimensions = inDimensions(rows, plan).filter(({ points }) => points.length > 1);
  const [most, ...others] = largest(dimensions, ({ lowest, highest }) => rounded(highest - lowest, plan));
  if (most === undefined || others.length > 0 || most.highest === most.lowest) return undefined;
  return words`Furthest apart in ${title(most.figure.title)}, from ${figureText(most.lowest, plan)} to ${figureText(most.highest, plan)}`;
}

/**
 * `Northbridge stands furthest above the median of its peers in Culture (+0.58), furthest below in Data (−0.10)`: of the outermost dimensions, by what
 * lies between its peers' median and its score, rounded; each where one dimension alone has it.
 */
function besidePeers(rows: readonly FigureSpread[], unit: Unit, plan: Plan): Words | undefined {
  const found = inDimensions(rows, plan).filter(({ toMedian }) => !Number.isNaN(toMedian));
  const [above, ...asHigh] = largest(found, ({ toMedian }) => toMedian);
  const [below, ...asLow] = largest(found, ({ toMedian }) => -toMedian);
  const parts = [
    ...(above !== undefined && asHigh.length === 0 && above.toMedian > 0
      ? [words`furthest above in ${title(above.figure.title)} (+${figureText(above.toMedian, plan)})`]
      : []),
    ...(below !== undefined && asLow.length === 0 && below.toMedian < 0
      ? [words`furthest below in ${title(below.figure.title)} (${figureText(below.toMedian, plan)})`]
      : []),
  ];
  const [first, second] = parts;
  if (first === undefined) return undefined;
  return words`Beside the median of its peers ${unitNameWords(unit)} stands ${first}${second === undefined ? '' : words`, ${second}`}`;
}

/** Those of the outermost dimensions, where they can be set side by side. */
function inDimensions(rows: readonly FigureSpread[], plan: Plan): readonly FigureSpread[] {
  const dimensions = dimensionsOf(plan);
  if (dimensions.length < 2 || !areAlike(dimensions)) return [];
  return rows.filter(({ figure }) => dimensions.some(({ id }) => id === figure.id));
}
