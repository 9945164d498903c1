/** A picture of figures that stand in a table beside it as well. */
export interface Chart {
  /** What it shows: the title as it was given. */
  readonly title: string;
  /** What can be seen in it, in a sentence or two, for those who do not see it. It is in `svg` too. */
  readonly alternative: string;
  /** Markup for a page, without style attributes, scripts or ids; the page has `chartStyle` in its style sheet. */
  readonly svg: string;
}

/** What a chart's figures lie within: the same for all charts whose figures are to be compared. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
