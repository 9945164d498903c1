import type { CustomSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { colour } from '../../colours/palette.js';
import { figure } from '../figures.js';
import type { Geometry, PlacedPanel } from './geometry.js';
import type { Layout } from './layout.js';
import type { Labelled, Plot } from './plot.js';
import type { Shape } from './shapes.js';
import { surroundings } from './surroundings.js';

export type Option = ComposeOption<CustomSeriesOption | GridComponentOption>;

/** A plot as ECharts is told to draw it. */
export function optionOf<Row extends Labelled>(
  plot: Plot<Row>,
  geometry: Geometry<Row>,
  layout: Layout,
): Option {
  const { panels } = geometry;
  return {
    animation: false,
    grid: panels.map(({ x, y, width, height }) => ({
      left: x,
      top: y,
      width,
      height,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: panels.map(({ panel, range, ticks }, at) => ({
      gridIndex: at,
      type: 'value' as const,
      position: 'top' as const,
      show: panel.scale !== 'none',
      ...range,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: colour('faint'),
        fontSize: 11,
        margin: 6,
        customValues: [...ticks],
        formatter: (value: number) => figure(value),
      },
      splitLine: { show: false },
    })),
    // Rows differ in height, so that the scale downwards is one of pixels.
    yAxis: panels.map(({ height }, at) => ({
      gridIndex: at,
      type: 'value' as const,
      inverse: true,
      show: false,
      min: 0,
      max: height,
    })),
    series: [
      shapes(surroundings(plot, geometry, layout)),
      ...panels.map((panel, at) => marksOf(plot, geometry, panel, at)),
    ],
  };
}

/** Shapes where they are. */
function shapes(children: Shape[]): CustomSeriesOption {
  const renderItem = () => ({ type: 'group' as const, children });
  return { type: 'custom', silent: true, coordinateSystem: 'none', data: [0], renderItem };
}

/** The marks of a panel, layer after layer: an item of data is one layer of one row. */
function marksOf<Row extends Labelled>(
  { rows }: Plot<Row>,
  geometry: Geometry<Row>,
  { panel, range: { min, max } }: PlacedPanel<Row>,
  at: number,
): CustomSeriesOption {
  const items = panel.layers.flatMap((layer) =>
    rows.map((row, place) => ({ layer, row, down: geometry.rows[place]?.marks ?? 0 })),
  );
  return {
    type: 'custom',
    silent: true,
    xAxisIndex: at,
    yAxisIndex: at,
    data: items.map(({ down }) => [min, down]),
    renderItem: ({ dataIndex }, { coord }) => {
      const item = items[dataIndex];
      if (item === undefined) return undefined;
      const { layer, row, down } = item;
      const [, y = 0] = coord([min, down]);
      const x = (value: number) => coord([Math.min(max, Math.max(min, value)), down])[0] ?? 0;
      return { type: 'group', children: [...layer.marks(row, x, y)] };
    },
  };
}
