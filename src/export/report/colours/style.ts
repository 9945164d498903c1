import { heat, palette, type Tone } from './palette.js';

/** The palette as custom properties for a page's style sheet: dark where the reader's screen is, and always light on paper. */
export const paletteStyle = `:root { color-scheme: light dark; ${properties('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
@media print { :root { color-scheme: light; } }
`;

function properties(mode: keyof Tone): string {
  const named = Object.entries<Tone>(palette).map(
    ([name, tone]) => [name.replaceAll('_', '-'), tone] as const,
  );
  const numbered = heat.map((tone, at) => [`heat-${at}`, tone] as const);
  return [...named, ...numbered].map(([name, tone]) => `--${name}: ${tone[mode]};`).join(' ');
}
