import { mix } from './mix.js';

/** A colour on a light page and on a dark one, as `#rrggbb`. Paper has the light one. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of a page, by the names that its style sheet has them under (`--ink`). Those for marks are of Okabe and Ito's set
 * (Color Universal Design, 2008), which people with any colour vision can tell apart, moved where they were too faint.
 */
export const palette = {
  paper: { light: '#ffffff', dark: '#15181b' },
  ink: { light: '#1a1c1e', dark: '#e9ebed' },
  /** Text that matters less. */
  faint: { light: '#55595e', dark: '#a6abb1' },
  /** Rules and grids, which nothing hangs on. */
  line: { light: '#dcdfe2', dark: '#33383d' },
  /** An area behind marks. */
  shade: { light: '#e6e9ec', dark: '#2b3035' },
  /** Whose page it is, and what is so now. */
  own: { light: '#0072b2', dark: '#56b4e9' },
  /** The others. */
  other: { light: '#6b7075', dark: '#8d949b' },
  /** What is wanted. */
  wanted: { light: '#c24f00', dark: '#f28e3c' },
  part_0: { light: '#0072b2', dark: '#56b4e9' },
  part_1: { light: '#e69f00', dark: '#c98b00' },
  part_2: { light: '#009e73', dark: '#2fbf93' },
  part_3: { light: '#cc79a7', dark: '#d98bb6' },
  part_4: { light: '#a9adb2', dark: '#6b7075' },
  /** Text on every heat colour. */
  heat_ink: { light: '#1a1c1e', dark: '#ffffff' },
} satisfies Readonly<Record<string, Tone>>;

export type Colour = keyof typeof palette;

/** From orange over grey to blue, as in terminals: the lightest stands in the middle on a light page, the darkest on a dark one. */
const stops: readonly Tone[] = [
  { light: '#ef9b50', dark: '#954d18' },
  { light: '#f7cba1', dark: '#663c1c' },
  { light: '#eeede8', dark: '#34332f' },
  { light: '#abd3f6', dark: '#254a6e' },
  { light: '#67aae9', dark: '#2b65a2' },
];
const between = 3;

/** The heat colours, lowest first, by the names `--heat-0` and on. */
export const heat: readonly Tone[] = stops.flatMap((from, at) => {
  const to = stops[at + 1];
  if (to === undefined) return [from];
  return Array.from({ length: between }, (_, i) => ({
    light: mix(from.light, to.light, i / between),
    dark: mix(from.dark, to.dark, i / between),
  }));
});

/** The heat colour of a step among some, as `shade` has it: spread over all, and one that is alone has the highest. */
export function heatOf(step: number, steps: number): string {
  return colour(`heat_${Math.round((steps > 1 ? step / (steps - 1) : 1) * (heat.length - 1))}`);
}

/** A colour as style sheets and SVG's attributes name it. */
export function colour(name: Colour | `heat_${number}`): string {
  return `var(--${name.replaceAll('_', '-')})`;
}
