import { type Colour, colour } from '../colours/palette.js';
import { changesAlternative } from './alternatives/changes.js';
import type { Chart, Range } from './chart.js';
import { signed } from './figures.js';
import { makeChart } from './make-chart.js';
import { type KeyedLayer, keyOf, type Layer, type Panel, type Plot } from './plot/plot.js';
import { box, disc, line, type Shape } from './plot/shapes.js';

/** What changed between two waves, and what the change is made of: a row each. */
export interface Changes {
  readonly title: string;
  readonly range: Range;
  /** How many decimals figures have; as many as they need, without it. */
  readonly digits?: number | undefined;
  readonly rows: readonly ChangeRow[];
}

export interface ChangeRow {
  readonly label: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** What adds up to the change, in the same order in all rows; a part's name is its entry in the key. */
  readonly parts: readonly ChangePart[];
}

interface ChangePart {
  readonly name: string;
  readonly amount: number;
}

export function changesChart({ title, range, digits, rows }: Changes): Chart {
  const names = [...new Set(rows.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const parts = names.map(partOf);
  const way: Panel<ChangeRow> = {
    heading: 'Before and after',
    scale: 'fixed',
    range,
    layers: [between, former, present],
  };
  const split: Panel<ChangeRow> = {
    heading: 'What the change is made of',
    scale: 'rounded',
    range: amountsOf(rows),
    layers: [...parts, nought],
  };
  const plot: Plot<ChangeRow> = {
    rows,
    panels: names.length === 0 ? [way] : [way, split],
    figure: (row) => figureOf(row, digits),
    figures: 'Change',
    key: keyOf([former, present, ...parts], rows),
  };
  return makeChart({ title, alternative: changesAlternative(rows, digits), plot });
}

function figureOf({ before, after }: ChangeRow, digits: number | undefined): string {
  return before === undefined || after === undefined ? 'not known' : signed(after - before, digits);
}

const between: Layer<ChangeRow> = {
  marks: ({ before, after }, x, y) =>
    before === undefined || after === undefined ? [] : [line(x(before), y, x(after), y, colour('own'), 3)],
};

const ring = (x: number, y: number): Shape => disc(x, y, 4.5, colour('paper'), colour('own'));
const former: KeyedLayer<ChangeRow> = {
  marks: ({ before }, x, y) => (before === undefined ? [] : [ring(x(before), y)]),
  key: { name: 'before', width: 12, mark: (x, y) => [ring(x + 6, y)] },
};

const dot = (x: number, y: number): Shape => disc(x, y, 5.5, colour('own'));
const present: KeyedLayer<ChangeRow> = {
  marks: ({ after }, x, y) => (after === undefined ? [] : [dot(x(after), y)]),
  key: { name: 'after', width: 12, mark: (x, y) => [dot(x + 6, y)] },
};

const partColours: readonly Colour[] = ['part_0', 'part_1', 'part_2', 'part_3', 'part_4'];

/** What raises the figure stands to the right of nought, what lowers it to the left, each in the order of the key. */
function partOf(name: string, at: number): KeyedLayer<ChangeRow> {
  const fill = colour(partColours[at] ?? 'other');
  return {
    marks: ({ parts }, x, y) => {
      const place = parts.findIndex((part) => part.name === name);
      const amount = parts[place]?.amount ?? 0;
      if (amount === 0) return [];
      const from = totalOf(parts.slice(0, place), Math.sign(amount));
      const [left, right] = [x(Math.min(from, from + amount)), x(Math.max(from, from + amount))];
      return [box(left, y, right - left, 14, fill)];
    },
    key: { name, width: 16, mark: (x, y) => [box(x, y, 16, 14, fill)] },
  };
}

const nought: Layer<ChangeRow> = {
  marks: ({ parts }, x, y) =>
    parts.length === 0 ? [] : [line(x(0), y - 11, x(0), y + 11, colour('faint'), 1)],
};

function totalOf(parts: readonly ChangePart[], sign: number): number {
  return parts.reduce((sum, { amount }) => (Math.sign(amount) === sign ? sum + amount : sum), 0);
}

/** What holds all stacks of parts, on both sides of nought. */
function amountsOf(rows: readonly ChangeRow[]): Range {
  const ends = rows.flatMap(({ parts }) => [totalOf(parts, 1), totalOf(parts, -1)]);
  const most = Math.max(...ends.map(Math.abs), 0) || 1;
  return { min: Math.min(-most / 4, ...ends), max: Math.max(most / 4, ...ends) };
}
