import type { Range } from '../chart.js';
import { type Layout, lineHeight, mostLines, textSize } from './layout.js';
import type { KeyEntry, Labelled, Panel, Plot } from './plot.js';
import { textWidth } from './text-width.js';
import { soundRange, stepOf, ticksOf, widened } from './ticks.js';
import { wrapLabel } from './wrap-label.js';

/** Where everything of a plot stands in a layout, in pixels. */
export interface Geometry<Row> {
  readonly width: number;
  readonly height: number;
  readonly key: readonly PlacedEntry[];
  readonly rows: readonly PlacedRow[];
  readonly panels: readonly PlacedPanel<Row>[];
}

interface PlacedEntry {
  readonly entry: KeyEntry;
  readonly x: number;
  readonly y: number;
}

/** Heights count from the top of the panel's first row: to the top of this one, to the middle of its label and of its marks. */
export interface PlacedRow {
  readonly lines: readonly string[];
  readonly top: number;
  readonly label: number;
  readonly marks: number;
}

/** `x` and `width` are those of its scale, `y` is the top of its first row. */
export interface PlacedPanel<Row> {
  readonly panel: Panel<Row>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly range: Range;
  /** Where the scale has figures. */
  readonly ticks: readonly number[];
  /** Whether labels and figures of rows stand beside it, or beside one before it. */
  readonly labelled: boolean;
}

export const headingHeight = 18;
export const scaleHeight = 20;
const keyLine = 20;
const gap = 14;
/** How far apart figures of a scale stand at least. */
const perTick = 44;
/** Half of the widest mark, and of most figures on a scale. */
const margin = 12;

export function geometryOf<Row extends Labelled>(plot: Plot<Row>, layout: Layout): Geometry<Row> {
  const { width } = layout;
  const key = placedKey(plot.key, width);
  const top = key.length === 0 ? 0 : (key.at(-1)?.y ?? 0) + keyLine / 2 + 6;
  const { rows, height: body } = placedRows(plot, layout);
  const panels =
    layout.labels === 'beside'
      ? sideBySide(plot, layout, top, body)
      : oneBelowAnother(plot, layout, top, body);
  const last = panels.at(-1);
  return { width, height: last === undefined ? top : last.y + last.height + 2, key, rows, panels };
}

function placedRows<Row extends Labelled>(plot: Plot<Row>, { label, labels, marks }: Layout) {
  let top = 0;
  const rows = plot.rows.map((row): PlacedRow => {
    const lines = wrapLabel(row.label, label, textSize, mostLines);
    const text = lines.length * lineHeight;
    const height = labels === 'beside' ? Math.max(marks, text + 10) : text + marks + 6;
    const placed = {
      lines,
      top,
      label: top + (labels === 'beside' ? height / 2 : 6 + text / 2),
      marks: top + (labels === 'beside' ? height / 2 : height - marks / 2 - 2),
    };
    top += height;
    return placed;
  });
  return { rows, height: top };
}

function sideBySide<Row extends Labelled>(
  plot: Plot<Row>,
  { width, label, figure }: Layout,
  top: number,
  body: number,
) {
  const left = label + gap + margin;
  const right = width - figure - margin;
  const between = gap + 2 * margin;
  const count = plot.panels.length;
  const each = (right - left - (count - 1) * between) / Math.max(1, count);
  const y = top + Math.max(0, ...plot.panels.map((panel) => headOf(panel, plot)));
  return plot.panels.map((panel, at) => ({
    panel,
    x: left + at * (each + between),
    y,
    width: each,
    height: body,
    ...scaleOf(panel, each),
    labelled: at === 0,
  }));
}

function oneBelowAnother<Row extends Labelled>(
  plot: Plot<Row>,
  { width }: Layout,
  top: number,
  body: number,
) {
  let y = top;
  return plot.panels.map((panel) => {
    const first = y + headOf(panel, plot);
    y = first + body + gap;
    const x = panel.scale === 'none' ? 0 : margin;
    const wide = width - 2 * x;
    return { panel, x, y: first, width: wide, height: body, ...scaleOf(panel, wide), labelled: true };
  });
}

function scaleOf<Row>({ range, scale }: Panel<Row>, width: number) {
  if (scale === 'none') return { range, ticks: [] };
  const sound = soundRange(range);
  const step = stepOf(sound, width / perTick);
  const shown = scale === 'rounded' ? widened(sound, step) : sound;
  return { range: shown, ticks: ticksOf(shown, step) };
}

/** The height of what stands above a panel's rows. */
function headOf<Row extends Labelled>({ heading, scale }: Panel<Row>, { figures }: Plot<Row>): number {
  const words = heading === undefined && figures === '' ? 0 : headingHeight;
  return words + (scale === 'none' ? 0 : scaleHeight) + 2;
}

function placedKey(entries: readonly KeyEntry[], width: number): readonly PlacedEntry[] {
  let x = 0;
  let y = keyLine / 2;
  return entries.map((entry) => {
    const name = wrapLabel(entry.name, Math.min(300, width * 0.8), textSize, 1).join('');
    const wide = entry.width + 6 + textWidth(name, textSize);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += keyLine;
    }
    const placed = { entry: { ...entry, name }, x, y };
    x += wide + gap;
    return placed;
  });
}
