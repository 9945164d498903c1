import { rule } from '../rule.js';

/** Problems of themes, which say how reports look. */
export const themeRules = {
  'theme-contrast': rule<{
    colour: string;
    background: string;
    part: string;
    mode: string;
    contrast: string;
    least: number;
  }>({
    severity: 'error',
    text: ({ colour, background, part, mode, contrast, least }) =>
      `on a ${mode} screen the ${part} (${colour}) has a contrast of ${contrast} with the background (${background}); texts need ${least}`,
    help: ({ mode }) =>
      `Take a ${mode === 'light' ? 'darker' : 'lighter'} colour, or another background. Links and headings have the accent.`,
  }),
  'theme-logo': rule<{ file: string; why: string }>({
    severity: 'error',
    text: ({ file, why }) => `the logo ${file} cannot be used: ${why}`,
    help: () => 'Name a PNG or an SVG file, relative to the theme.',
  }),
};
