import { channels } from './mix.js';

/** The least contrast of texts (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** How well two colours, both `#rrggbb`, stand out from one another: 1 to 21 (WCAG 2.2, contrast ratio). Text needs 4.5, marks 3. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
