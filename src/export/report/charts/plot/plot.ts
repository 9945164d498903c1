import type { Range } from '../chart.js';
import type { Shape } from './shapes.js';

/** What a chart draws, before its size is known: rows, each with a label, marks in one or more panels, and a figure. */
export interface Plot<Row extends Labelled> {
  readonly rows: readonly Row[];
  readonly panels: readonly Panel<Row>[];
  /** What is said in words at the end of each row, and what stands above it. */
  readonly figure: (row: Row) => string;
  readonly figures: string;
  readonly key: readonly KeyEntry[];
}

export interface Labelled {
  readonly label: string;
}

/** Marks on a scale of their own. */
export interface Panel<Row> {
  readonly heading?: string;
  /** A fixed scale ends where its range does, a rounded one at the next whole steps; none has no figures, as for shares of a whole. */
  readonly scale: 'fixed' | 'rounded' | 'none';
  readonly range: Range;
  /** One is drawn over the one before it. */
  readonly layers: readonly Layer<Row>[];
}

/** Marks of one kind: `x` has where a value lies, `y` is the middle of the row. */
export interface Layer<Row> {
  readonly marks: (row: Row, x: (value: number) => number, y: number) => readonly Shape[];
}

export interface KeyedLayer<Row> extends Layer<Row> {
  readonly key: KeyEntry;
}

/** What a mark stands for: the mark itself, drawn from `x` on, `width` wide, and its name. */
export interface KeyEntry {
  readonly name: string;
  readonly width: number;
  readonly mark: (x: number, y: number) => readonly Shape[];
}

/** The key of some layers, as far as they are drawn for any row. */
export function keyOf<Row>(layers: readonly KeyedLayer<Row>[], rows: readonly Row[]): readonly KeyEntry[] {
  const isDrawn = (layer: Layer<Row>) => rows.some((row) => layer.marks(row, (value) => value, 0).length > 0);
  return layers.filter(isDrawn).map(({ key }) => key);
}
