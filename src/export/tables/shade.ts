import type { TableBand } from './table.js';

/** One of five shades, from the lowest band's to the highest's. */
export type Shade = 0 | 1 | 2 | 3 | 4;

const shades: readonly Shade[] = [0, 1, 2, 3, 4];

/** The shade of a band: bands are spread over all five, and a band that is alone has the highest. */
export function shade({ step, steps }: Pick<TableBand, 'step' | 'steps'>): Shade {
  return shades[Math.round(steps > 1 ? (step / (steps - 1)) * 4 : 4)] ?? 4;
}
