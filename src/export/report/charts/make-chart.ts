import { escaped } from '../../text/html-text.js';
import { colour } from '../colours/palette.js';
import type { Chart } from './chart.js';
import { draw } from './plot/draw.js';
import { geometryOf } from './plot/geometry.js';
import { type Layout, narrow, wide } from './plot/layout.js';
import { optionOf } from './plot/option.js';
import type { Labelled, Plot } from './plot/plot.js';
import { tidySvg } from './plot/tidy-svg.js';

interface Drawing<Row extends Labelled> {
  readonly title: string;
  readonly alternative: string;
  readonly plot: Plot<Row>;
}

/** As many rows as fit on half a sheet of paper: a chart of more is drawn in several pictures, each with its scale. */
const most = 20;

/** Draws a chart for wide and for narrow pages, of which the page's style sheet shows one. */
export function makeChart<Row extends Labelled>({ title, alternative, plot }: Drawing<Row>): Chart {
  const pictures = Math.ceil(plot.rows.length / most);
  const each = Math.ceil(plot.rows.length / Math.max(1, pictures));
  const svg = Array.from({ length: pictures }, (_, at) => {
    const label = at === 0 ? `${title}. ${alternative}` : `${title} (${at + 1} of ${pictures})`;
    const part = { ...plot, rows: plot.rows.slice(at * each, (at + 1) * each) };
    return `<div class="chart">${[wide, narrow].map((layout) => picture(part, layout, label)).join('')}</div>`;
  });
  return { title, alternative, svg: svg.join('\n') };
}

function picture<Row extends Labelled>(plot: Plot<Row>, layout: Layout, label: string): string {
  const geometry = geometryOf(plot, layout);
  const { width, height } = geometry;
  const inside = tidySvg(draw(optionOf(plot, geometry, layout), width, height));
  return `<svg class="${layout.name}" role="img" aria-label="${escaped(label)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="12" direction="ltr" fill="${colour('ink')}">${inside}</svg>`;
}
