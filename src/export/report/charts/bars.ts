import { colour } from '../colours/palette.js';
import { barsAlternative } from './alternatives/bars.js';
import type { Chart } from './chart.js';
import { figure } from './figures.js';
import { makeChart } from './make-chart.js';
import type { Layer, Plot } from './plot/plot.js';
import { box } from './plot/shapes.js';

/** How often each of some things was named: a row each, in the order given. */
export interface Bars {
  readonly title: string;
  /** What is counted, in the plural: `answers`. */
  readonly unit: string;
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly label: string;
  readonly count: number | undefined;
}

export function barsChart({ title, unit, rows }: Bars): Chart {
  const range = { min: 0, max: Math.max(1, ...rows.map(({ count }) => count ?? 0)) };
  const plot: Plot<BarRow> = {
    rows,
    panels: [{ scale: 'none', range, layers: [bar] }],
    figure: ({ count }) => (count === undefined ? 'not shown' : figure(count)),
    figures: unit,
    key: [],
  };
  return makeChart({ title, alternative: barsAlternative(rows, unit), plot });
}

const bar: Layer<BarRow> = {
  marks: ({ count = 0 }, x, y) => (count > 0 ? [box(x(0), y, x(count) - x(0), 16, colour('own'))] : []),
};
