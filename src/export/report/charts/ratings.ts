import { colour, heatOf } from '../colours/palette.js';
import { ratingsAlternative } from './alternatives/ratings.js';
import type { Chart } from './chart.js';
import { figure } from './figures.js';
import { makeChart } from './make-chart.js';
import type { KeyedLayer, Layer, Plot } from './plot/plot.js';
import { box, writing } from './plot/shapes.js';
import { textWidth } from './plot/text-width.js';

/** How ratings spread over the levels of one scale: a row a question. */
export interface Ratings {
  readonly title: string;
  /** Labels of the levels, lowest first. */
  readonly levels: readonly string[];
  readonly rows: readonly RatingsRow[];
}

export interface RatingsRow {
  readonly label: string;
  /** A count for each level; none where counts are withheld. */
  readonly counts: readonly number[];
}

export function ratingsChart({ title, levels, rows }: Ratings): Chart {
  const shares = levels.map((name, level) => shareOf(name, level, heatOf(level, levels.length)));
  const plot: Plot<RatingsRow> = {
    rows,
    panels: [{ scale: 'none', range: { min: 0, max: 1 }, layers: [...shares, counted] }],
    figure: ({ counts }) => (counts.length === 0 ? 'not shown' : figure(sum(counts))),
    figures: 'Ratings',
    key: shares.map(({ key }) => key),
  };
  return makeChart({ title, alternative: ratingsAlternative(rows, levels), plot });
}

/** A level's share of the ratings, behind those of the levels below it. */
function shareOf(name: string, level: number, heat: string): KeyedLayer<RatingsRow> {
  return {
    marks: ({ counts }, x, y) => {
      const { left, width } = placeOf(counts, level, x);
      return width > 0 ? [box(left, y, Math.max(1, width - 1), 20, heat)] : [];
    },
    key: { name, width: 16, mark: (x, y) => [box(x, y, 16, 12, heat)] },
  };
}

/** The count of each level, where there is room for it. */
const counted: Layer<RatingsRow> = {
  marks: ({ counts }, x, y) =>
    counts.flatMap((count, level) => {
      const { left, width } = placeOf(counts, level, x);
      const text = figure(count);
      const look = { size: 11, fill: colour('heat_ink'), align: 'center' } as const;
      return textWidth(text, 11) + 4 < width ? [writing(text, left + (width - 1) / 2, y, look)] : [];
    }),
};

function placeOf(counts: readonly number[], level: number, x: (value: number) => number) {
  const share = (levels: number) => sum(counts.slice(0, levels)) / Math.max(1, sum(counts));
  const left = x(share(level));
  return { left, width: x(share(level + 1)) - left };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
