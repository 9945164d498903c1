import type { CustomSeriesRenderItemReturn } from 'echarts';

/** Something drawn, as ECharts has it. */
export type Shape = NonNullable<CustomSeriesRenderItemReturn>;

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  lineWidth: number,
): Shape {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { fill: 'none', stroke, lineWidth } };
}

export function box(x: number, y: number, width: number, height: number, fill: string): Shape {
  return { type: 'rect', shape: { x, y: y - height / 2, width, height }, style: { fill } };
}

/** A disc, or with a rim a ring on paper. */
export function disc(cx: number, cy: number, r: number, fill: string, rim?: string): Shape {
  return { type: 'circle', shape: { cx, cy, r }, style: { fill, ...rimmed(rim) } };
}

export function diamond(x: number, y: number, r: number, fill: string, rim?: string): Shape {
  const points = [
    [x - r, y],
    [x, y - r],
    [x + r, y],
    [x, y + r],
  ];
  return { type: 'polygon', shape: { points }, style: { fill, ...rimmed(rim) } };
}

/** From the lowest to the highest that a figure could be. */
export function whisker(low: number, high: number, y: number, stroke: string): readonly Shape[] {
  const cap = 4;
  if (low === high) return [];
  return [
    line(low, y, high, y, stroke, 1.5),
    line(low, y - cap, low, y + cap, stroke, 1.5),
    line(high, y - cap, high, y + cap, stroke, 1.5),
  ];
}

export interface Writing {
  readonly size: number;
  readonly fill: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly weight?: 'bold';
}

export function writing(text: string, x: number, y: number, { size, fill, align, weight }: Writing): Shape {
  const bold = weight === undefined ? {} : { fontWeight: weight };
  return {
    type: 'text',
    x,
    y,
    style: { text, fill, fontSize: size, align: align ?? 'left', verticalAlign: 'middle', ...bold },
  };
}

function rimmed(rim: string | undefined) {
  return rim === undefined ? {} : { stroke: rim, lineWidth: 1.5 };
}
