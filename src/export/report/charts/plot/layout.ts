/** The measures of a chart, in pixels. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** How wide a label may be, which stands beside its marks or above them. */
  readonly label: number;
  readonly labels: 'beside' | 'above';
  /** How wide a figure may be. */
  readonly figure: number;
  /** The height that a row's marks need. */
  readonly marks: number;
}

/** For a page on a desk, and on paper. */
export const wide: Layout = {
  name: 'wide',
  width: 720,
  label: 205,
  labels: 'beside',
  figure: 100,
  marks: 30,
};

/** For a telephone. */
export const narrow: Layout = {
  name: 'narrow',
  width: 340,
  label: 232,
  labels: 'above',
  figure: 100,
  marks: 28,
};

export const textSize = 12;
export const lineHeight = 15;
/** What a label has at most: the rest of it stands in the chart's table. */
export const mostLines = 2;
