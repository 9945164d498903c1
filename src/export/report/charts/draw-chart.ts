import { barsChart } from './bars.js';
import { changesChart } from './changes.js';
import type { Chart } from './chart.js';
import type { ChartData } from './chart-data.js';
import { dumbbellChart } from './dumbbell.js';
import { ratingsChart } from './ratings.js';
import { spreadChart } from './spread.js';

/** The picture of a chart; nothing where there is nothing to draw. */
export function drawChart(data: ChartData): Chart | undefined {
  switch (data.kind) {
    case 'spread':
      return data.rows.some(({ points }) => points.length > 0) ? spreadChart(data) : undefined;
    case 'dumbbell':
      return data.rows.some(({ now, wanted }) => (now ?? wanted) !== undefined)
        ? dumbbellChart(data)
        : undefined;
    case 'changes':
      return data.rows.some(({ before, after }) => (before ?? after) !== undefined)
        ? changesChart(data)
        : undefined;
    case 'bars':
      return data.rows.some(({ count }) => count !== undefined) ? barsChart(data) : undefined;
    case 'ratings':
      return data.rows.length > 0 ? ratingsChart(data) : undefined;
  }
}
