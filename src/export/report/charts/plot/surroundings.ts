import { colour } from '../../colours/palette.js';
import { type Geometry, headingHeight, type PlacedPanel, scaleHeight } from './geometry.js';
import { type Layout, lineHeight, textSize } from './layout.js';
import type { Labelled, Plot } from './plot.js';
import { line, type Shape, type Writing, writing } from './shapes.js';
import { wrapLabel } from './wrap-label.js';

const ink: Writing = { size: textSize, fill: colour('ink') };
const faint: Writing = { size: 11, fill: colour('faint'), weight: 'bold' };

/** In pixels, so that two stand beside one another. */
const mostOfHeading = 180;

/** All that is no mark: the key, headings, labels, figures and the rules between rows. */
export function surroundings<Row extends Labelled>(
  plot: Plot<Row>,
  geometry: Geometry<Row>,
  layout: Layout,
): Shape[] {
  return [
    ...geometry.panels.filter(({ labelled }) => labelled).flatMap((panel) => rules(geometry, panel)),
    ...geometry.panels.flatMap((panel) => grid(geometry, panel, layout)),
    ...geometry.key.flatMap(({ entry, x, y }) => entry.mark(x, y)),
    ...geometry.key.map(({ entry, x, y }) => writing(entry.name, x + entry.width + 6, y, ink)),
    ...geometry.panels.flatMap((panel) => [
      ...headings(plot, geometry, panel, layout),
      ...(panel.labelled ? labels(plot, geometry, panel) : []),
    ]),
  ];
}

function rules<Row>({ rows, width }: Geometry<Row>, { y }: PlacedPanel<Row>): readonly Shape[] {
  return rows.map(({ top }) => line(0, y + top, width, y + top, colour('line'), 1));
}

/** The lines of the scale. Where labels stand above their marks, they cross the marks alone. */
function grid<Row>(
  { rows }: Geometry<Row>,
  { x, y, width, height, range: { min, max }, ticks }: PlacedPanel<Row>,
  { labels, marks }: Layout,
): readonly Shape[] {
  const stretches =
    labels === 'beside'
      ? [[y, y + height]]
      : rows.map((row) => [y + row.marks - marks / 2 + 1, y + row.marks + marks / 2]);
  return ticks.flatMap((value) => {
    const place = x + ((value - min) / (max - min)) * width;
    return stretches.map(([from = 0, to = 0]) => line(place, from, place, to, colour('line'), 1));
  });
}

function headings<Row extends Labelled>(
  { figures }: Plot<Row>,
  { width }: Geometry<Row>,
  placed: PlacedPanel<Row>,
  layout: Layout,
): readonly Shape[] {
  const { panel, x, y, labelled } = placed;
  const middle = y - 2 - (panel.scale === 'none' ? 0 : scaleHeight) - headingHeight / 2;
  return [
    ...(panel.heading === undefined
      ? []
      : [heading(panel.heading, layout.labels === 'above' ? 0 : x, middle, faint)]),
    ...(labelled && figures !== '' ? [heading(figures, width, middle, { ...faint, align: 'right' })] : []),
  ];
}

function heading(text: string, x: number, y: number, look: Writing): Shape {
  return writing(wrapLabel(text, mostOfHeading, look.size, 1).join(''), x, y, look);
}

function labels<Row extends Labelled>(
  plot: Plot<Row>,
  { rows, width }: Geometry<Row>,
  { y }: PlacedPanel<Row>,
): readonly Shape[] {
  const written = rows.flatMap(({ lines, label }) => {
    const first = y + label - ((lines.length - 1) * lineHeight) / 2;
    return lines.map((text, at) => writing(text, 0, first + at * lineHeight, ink));
  });
  const figures = plot.rows.map((row, at) =>
    writing(plot.figure(row), width, y + (rows[at]?.label ?? 0), { ...ink, align: 'right' }),
  );
  return [...written, ...figures];
}
