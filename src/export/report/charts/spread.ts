import { colour } from '../colours/palette.js';
import { spreadAlternative } from './alternatives/spread.js';
import type { Chart, Range } from './chart.js';
import { figure } from './figures.js';
import { makeChart } from './make-chart.js';
import { type KeyedLayer, keyOf, type Plot } from './plot/plot.js';
import { box, diamond, disc, line, type Shape, whisker } from './plot/shapes.js';
import { swarm } from './plot/swarm.js';

/** How units lie on each dimension: a row a dimension. Figures are rounded as they are to be read. */
export interface Spread {
  readonly title: string;
  /** What those with a score are called: `authorities`. */
  readonly units: string;
  readonly range: Range;
  /** How many decimals figures have; as many as they need, without it. */
  readonly digits?: number | undefined;
  readonly rows: readonly SpreadRow[];
}

export interface SpreadRow {
  readonly label: string;
  /** Units with a score: one whose page it is, if any, is marked. */
  readonly points: readonly SpreadPoint[];
  readonly median?: number | undefined;
  readonly q1?: number | undefined;
  readonly q3?: number | undefined;
}

export interface SpreadPoint {
  readonly label: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly isOwn: boolean;
}

export function spreadChart({ title, units, range, digits, rows }: Spread): Chart {
  const own = rows.flatMap(({ points }) => points).find(({ isOwn }) => isOwn)?.label;
  const [marked, plain] = [unitOf(own ?? ''), others(own === undefined ? units : `other ${units}`)];
  const ranges = own === undefined ? [rangesOfOthers] : [];
  const plot: Plot<SpreadRow> = {
    rows,
    panels: [{ scale: 'fixed', range, layers: [halfOf, ...ranges, plain, median, lowToHigh, marked] }],
    figure: (row) => figureOf(row, own, digits),
    figures: own === undefined ? 'Median' : 'Score',
    key: keyOf([marked, lowToHigh, plain, ...ranges, median, halfOf], rows),
  };
  return makeChart({ title, alternative: spreadAlternative(rows, digits), plot });
}

function figureOf(
  { points, median }: SpreadRow,
  own: string | undefined,
  digits: number | undefined,
): string {
  const shown = own === undefined ? median : points.find(({ isOwn }) => isOwn)?.value;
  return shown === undefined ? 'no score' : figure(shown, digits);
}

type SpreadLayer = KeyedLayer<SpreadRow>;

const band = 22;

const half = (from: number, to: number, y: number): Shape => box(from, y, to - from, band, colour('shade'));
const halfOf: SpreadLayer = {
  marks: ({ q1, q3 }, x, y) => (q1 === undefined || q3 === undefined ? [] : [half(x(q1), x(q3), y)]),
  key: { name: 'middle half', width: 24, mark: (x, y) => [half(x, x + 24, y)] },
};

const ring = (x: number, y: number): Shape => disc(x, y, 3, 'none', colour('other'));
function others(name: string): SpreadLayer {
  return {
    marks: ({ points }, x, y) => othersIn(points, x, y).map(({ place, lane }) => ring(place, lane)),
    key: { name, width: 10, mark: (x, y) => [ring(x + 5, y)] },
  };
}

/** How many others have room for a line each, from the lowest to the highest that they could be. */
const fewest = 6;
const thin = (low: number, high: number, y: number): Shape => line(low, y, high, y, colour('other'), 1.5);
const rangesOfOthers: SpreadLayer = {
  marks: ({ points }, x, y) =>
    othersIn(points, x, y).flatMap(({ point: { low, high }, lane }) =>
      points.length > fewest || low === undefined || high === undefined || low === high
        ? []
        : [thin(x(low), x(high), lane)],
    ),
  key: { name: 'low to high', width: 24, mark: (x, y) => [thin(x, x + 24, y)] },
};

/** Where the others of a row stand: each on a line of its own where they are few, and else side by side where they would meet. */
function othersIn(points: readonly SpreadPoint[], x: (value: number) => number, y: number) {
  const [own, rest] = [true, false].map((isOwn) => points.filter((point) => point.isOwn === isOwn));
  const places = (some: readonly SpreadPoint[] = []) => some.map(({ value }) => x(value));
  const few = own?.length === 0 && points.length <= fewest && rest?.some(({ low, high }) => low !== high);
  const shifts = few
    ? points.map((_, at) => (at - (points.length - 1) / 2) * (band / fewest))
    : swarm(places(rest), places(own), 7, band / 2 - 1);
  return (rest ?? []).map((point, at) => ({ point, place: x(point.value), lane: y + (shifts[at] ?? 0) }));
}

const stroke = (x: number, y: number): Shape =>
  line(x, y - band / 2 - 1, x, y + band / 2 + 1, colour('ink'), 2);
const median: SpreadLayer = {
  marks: (row, x, y) => (row.median === undefined ? [] : [stroke(x(row.median), y)]),
  key: { name: 'median', width: 4, mark: (x, y) => [stroke(x + 2, y)] },
};

const lowToHigh: SpreadLayer = {
  marks: ({ points }, x, y) =>
    points.flatMap(({ isOwn, low, high }) =>
      !isOwn || low === undefined || high === undefined ? [] : whisker(x(low), x(high), y, colour('own')),
    ),
  key: { name: 'low to high', width: 24, mark: (x, y) => whisker(x + 1, x + 23, y, colour('own')) },
};

const filled = (x: number, y: number): Shape => diamond(x, y, 6, colour('own'), colour('paper'));
function unitOf(name: string): SpreadLayer {
  return {
    marks: ({ points }, x, y) => points.filter(({ isOwn }) => isOwn).map(({ value }) => filled(x(value), y)),
    key: { name, width: 14, mark: (x, y) => [filled(x + 7, y)] },
  };
}
