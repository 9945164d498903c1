import { unitKey } from '../../../compare/comparison.js';
import type { ChartData } from '../chart-data.js';
import { count, figureCell, named, score, textCell } from '../columns.js';
import {
  areAlike,
  commonRange,
  dimensionsOf,
  drawn,
  figureText,
  largest,
  mainFigures,
  printed,
  quantileOf,
  rounded,
} from '../figures.js';
import { nothingShown, type ReportPart } from '../part.js';
import { comparedNow } from '../peers.js';
import type { ReportSource } from '../source.js';
import { shownName, unitWords } from '../unit-words.js';
import { title, type Words, words } from '../words.js';

/** How units lie on each dimension, and the one whose page it is among them. */
export const spread: ReportPart = {
  topic: 'How far apart',
  make: (source) => {
    const { plan } = source;
    const called = unitWords(source);
    const rows = spreads(source);
    if (rows.every(({ points }) => points.length < 2)) {
      return {
        why: nothingShown(source, words`there are no two ${called.several} with scores to set side by side`),
      };
    }
    const { digits } = plan.rounding;
    const figures = rows.map(({ figure }) => figure);
    const name = `Scores of ${called.several}${source.own === undefined ? '' : ', this one marked'}`;
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
      heading: furthestApart(source) ?? words`How far apart ${called.several} are`,
      blocks: [
        { kind: 'chart', chart },
        {
          kind: 'table',
          table: {
            id: 'spread',
            caption: words`Lowest, middle and highest scores of ${called.several}`,
            columns: [
              named('node', 'Figure'),
              count('scored', 'With a score'),
              score('lowest', 'Lowest', digits),
              score('q1', 'Lower quartile', digits),
              score('median', 'Median', digits),
              score('q3', 'Upper quartile', digits),
              score('highest', 'Highest', digits),
            ],
            rows: rows.map(({ figure, points, lowest, q1, median, q3, highest }) => [
              textCell(figure.title),
              figureCell(points.length),
              ...[lowest, q1, median, q3, highest].map(figureCell),
            ]),
            notes: [],
          },
        },
      ],
    };
  },
};

function spreads(source: ReportSource) {
  const { plan, own } = source;
  const units = comparedNow(source);
  return mainFigures(plan).map((figure) => {
    const points = units.flatMap((unit) => {
      const value = printed(unit, figure, plan);
      if (Number.isNaN(value)) return [];
      const isOwn = own !== undefined && unitKey(unit) === unitKey(own.unit);
      const low = drawn(printed(unit, figure, plan, 'low'));
      const high = drawn(printed(unit, figure, plan, 'high'));
      return [{ label: shownName(unit, source), value, low, high, isOwn }];
    });
    const exact = units.map(({ card }) => card.scores[figure.slot] ?? Number.NaN);
    const at = (share: number) => rounded(quantileOf(exact, share), plan);
    return { figure, points, lowest: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), highest: at(1) };
  });
}

/**
 * `Furthest apart in Culture, from 30.19 to 83.24`: the outermost dimension whose lowest and highest score, as they are printed, lie
 * furthest apart. Nothing where several do, where none do, or where possible ranges differ.
 */
function furthestApart(source: ReportSource): Words | undefined {
  const dimensions = dimensionsOf(source.plan);
  if (dimensions.length < 2 || !areAlike(dimensions)) return undefined;
  const rows = spreads(source).filter(
    ({ figure, points }) => points.length > 1 && dimensions.some(({ id }) => id === figure.id),
  );
  const [most, ...others] = largest(rows, ({ lowest, highest }) => highest - lowest);
  if (most === undefined || others.length > 0 || most.highest === most.lowest) return undefined;
  return words`Furthest apart in ${title(most.figure.title)}, from ${figureText(most.lowest, source.plan)} to ${figureText(most.highest, source.plan)}`;
}
