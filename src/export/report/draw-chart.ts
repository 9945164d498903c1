import type { ChartData } from './chart-data.js';

/** A picture, and what it is called. */
interface Drawn {
  readonly title: string;
  readonly alternative: string;
  /** Markup for a page. */
  readonly svg: string;
}

/** Draws a chart; nothing where it cannot be drawn. */
export type DrawChart = (chart: ChartData) => Drawn | undefined;
