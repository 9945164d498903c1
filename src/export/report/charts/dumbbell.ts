import { colour } from '../colours/palette.js';
import { dumbbellAlternative } from './alternatives/dumbbell.js';
import type { Chart, Range } from './chart.js';
import { figure } from './figures.js';
import { makeChart } from './make-chart.js';
import { type KeyedLayer, keyOf, type Layer, type Plot } from './plot/plot.js';
import { diamond, disc, line, type Shape, whisker } from './plot/shapes.js';

/** Where something is now and where it is wanted to be: a row each. */
export interface Dumbbells {
  readonly title: string;
  readonly range: Range;
  /** How many decimals figures have; as many as they need, without it. */
  readonly digits?: number | undefined;
  readonly rows: readonly DumbbellRow[];
}

export interface DumbbellRow {
  readonly label: string;
  readonly now: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly wanted?: number | undefined;
}

export function dumbbellChart({ title, range, digits, rows }: Dumbbells): Chart {
  const plot: Plot<DumbbellRow> = {
    rows,
    panels: [{ scale: 'fixed', range, layers: [way, lowToHigh, goal, present] }],
    figure: (row) => figureOf(row, digits),
    figures: 'Now → wanted',
    key: keyOf([present, lowToHigh, goal], rows),
  };
  return makeChart({ title, alternative: dumbbellAlternative(rows, digits), plot });
}

function figureOf({ now, wanted }: DumbbellRow, digits: number | undefined): string {
  if (now === undefined && wanted === undefined) return 'no score';
  return `${now === undefined ? '–' : figure(now, digits)} → ${wanted === undefined ? '–' : figure(wanted, digits)}`;
}

const way: Layer<DumbbellRow> = {
  marks: ({ now, wanted }, x, y) =>
    now === undefined || wanted === undefined ? [] : [line(x(now), y, x(wanted), y, colour('wanted'), 3)],
};

/** It stands below the way to what is wanted, which it would hide. */
const below = 9;
const lowToHigh: KeyedLayer<DumbbellRow> = {
  marks: ({ low, high }, x, y) =>
    low === undefined || high === undefined ? [] : whisker(x(low), x(high), y + below, colour('own')),
  key: { name: 'low to high', width: 24, mark: (x, y) => whisker(x + 1, x + 23, y, colour('own')) },
};

const hollow = (x: number, y: number): Shape => diamond(x, y, 6, colour('paper'), colour('wanted'));
const goal: KeyedLayer<DumbbellRow> = {
  marks: ({ wanted }, x, y) => (wanted === undefined ? [] : [hollow(x(wanted), y)]),
  key: { name: 'wanted', width: 14, mark: (x, y) => [hollow(x + 7, y)] },
};

const dot = (x: number, y: number): Shape => disc(x, y, 5.5, colour('own'));
const present: KeyedLayer<DumbbellRow> = {
  marks: ({ now }, x, y) => (now === undefined ? [] : [dot(x(now), y)]),
  key: { name: 'now', width: 12, mark: (x, y) => [dot(x + 6, y)] },
};
