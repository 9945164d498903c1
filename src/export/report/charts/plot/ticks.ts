import type { Range } from '../chart.js';

/** The range, as exact as a picture can be; around a single figure where it is no more than that. */
export function soundRange({ min, max }: Range): Range {
  const width = max - min;
  if (!(width > 1e-9 * Math.max(1, Math.abs(min), Math.abs(max)))) return { min: min - 1, max: max + 1 };
  const grain = 10 ** (Math.floor(Math.log10(width)) - 6);
  const at = (value: number) => plain(Math.round(value / grain) * grain);
  return { min: at(min), max: at(max) };
}

/** A round step for a scale, so that it has at most `most` parts: 1, 2, 2.5 or 5, times a power of ten. */
export function stepOf({ min, max }: Range, most: number): number {
  const rough = (max - min) / Math.max(1, most);
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The range, widened to whole steps. */
export function widened({ min, max }: Range, step: number): Range {
  return { min: plain(Math.floor(min / step) * step), max: plain(Math.ceil(max / step) * step) };
}

/** Where a scale has figures: at both ends, and at whole steps that are not too near to them. */
export function ticksOf({ min, max }: Range, step: number): readonly number[] {
  const first = Math.ceil(min / step);
  const count = Math.max(0, Math.floor(max / step) - first + 1);
  const within = Array.from({ length: count }, (_, at) => plain((first + at) * step));
  const isFar = (value: number) => value - min > 0.6 * step && max - value > 0.6 * step;
  return [min, ...within.filter(isFar), max];
}

/** Without what doubles add. */
function plain(value: number): number {
  return Number(value.toPrecision(12));
}
