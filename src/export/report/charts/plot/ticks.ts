import type { Range } from '../chart.js';

/** How far apart figures of a scale stand at least, in pixels. */
export const perTick = 48;

/** A round step for a scale, so that it has at most `most` parts: 1, 2, 2.5 or 5, times a power of ten. */
export function stepOf({ min, max }: Range, most: number): number {
  const rough = (max - min) / Math.max(1, most);
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The range, widened to whole steps. */
export function widened({ min, max }: Range, most: number): Range {
  const step = stepOf({ min, max }, most);
  const at = (value: number) => Number((value * step).toPrecision(12));
  return { min: at(Math.floor(min / step)), max: at(Math.ceil(max / step)) };
}

/** Where a scale has figures: at whole steps and at both ends. */
export function ticksOf({ min, max }: Range, step: number): readonly number[] {
  const first = Math.ceil(min / step);
  const count = Math.max(0, Math.floor(max / step + 1e-9) - first + 1);
  const within = Array.from({ length: count }, (_, at) => (first + at) * step);
  return [...new Set([min, ...within, max])];
}
