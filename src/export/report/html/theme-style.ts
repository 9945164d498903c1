import { contrast, leastContrast } from '../colours/contrast.js';
import { mix } from '../colours/mix.js';
import { type Colours, plainTheme, type Theme } from '../theme/theme.js';

/** The colours of a theme over those of the palette, and what follows from them; nothing of the palette's own. */
export function themeStyle({ light, dark }: Pick<Theme, 'light' | 'dark'>): string {
  return `:root { ${overrides(light, plainTheme.light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${overrides(dark, plainTheme.dark)} } }
`;
}

function overrides(colours: Colours, plain: Colours): string {
  const { background, text, accent } = colours;
  const own = mix(background, accent, 0.14);
  const onOwn = contrast(text, own) >= leastContrast ? text : accent;
  const marks = [`--own-shade: ${own};`, `--own-ink: ${onOwn};`];
  if (background === plain.background && text === plain.text && accent === plain.accent)
    return marks.join(' ');
  return [
    `--paper: ${background};`,
    `--ink: ${text};`,
    `--own: ${accent};`,
    `--faint: ${faintOn(background, text)};`,
    `--line: ${mix(text, background, 0.8)};`,
    `--shade: ${mix(text, background, 0.9)};`,
    ...marks,
  ].join(' ');
}

/** As faint as it can still be read. */
function faintOn(background: string, text: string): string {
  for (const share of [0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]) {
    const mixed = mix(text, background, share);
    if (contrast(mixed, background) >= leastContrast) return mixed;
  }
  return text;
}
