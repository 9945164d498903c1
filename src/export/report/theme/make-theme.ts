import { type Finding, finding } from '../../../finding/finding.js';
import type { WrittenTheme } from '../../../questionnaire/load-definition.js';
import { contrast, leastContrast } from '../colours/contrast.js';
import { type Colours, type Logo, plainTheme, type Theme } from './theme.js';

const modes = ['light', 'dark'] as const;

/** A theme as it was written, over the look that reports have without one; `picture` is its logo as a `data:` URI. */
export function makeTheme(
  { definition }: Pick<WrittenTheme, 'definition'>,
  picture: string | undefined,
): Theme {
  const { organisation, introduction, footer, words, logo: written } = definition;
  const logo: Logo | undefined =
    written === undefined || picture === undefined
      ? undefined
      : { source: picture, alternative: written.alternative };
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(introduction === undefined ? {} : { introduction }),
    ...(footer === undefined ? {} : { footer }),
    ...(words?.unit === undefined ? {} : { unit: words.unit }),
    ...(words?.units === undefined ? {} : { units: words.units }),
    ...(logo === undefined ? {} : { logo }),
    light: coloursIn(definition, 'light'),
    dark: coloursIn(definition, 'dark'),
  };
}

function coloursIn({ colours }: WrittenTheme['definition'], mode: 'light' | 'dark'): Colours {
  return { ...plainTheme[mode], ...colours?.[mode] };
}

/** Colours that texts cannot be read in (WCAG 2.2, 1.4.3): each by its place, or by that of the background that it stands on. */
export function contrastFindings({ definition, place }: WrittenTheme): readonly Finding[] {
  return modes.flatMap((mode) => {
    const colours = coloursIn(definition, mode);
    return (['text', 'accent'] as const).flatMap((part) => {
      const found = contrast(colours[part], colours.background);
      if (found >= leastContrast) return [];
      const own = definition.colours?.[mode]?.[part] === undefined ? 'background' : part;
      return finding('theme-contrast', place(['colours', mode, own]), {
        colour: colours[part],
        background: colours.background,
        part,
        mode,
        // Rounded down: 4.496 is not enough.
        contrast: (Math.floor(found * 100) / 100).toFixed(2),
        least: leastContrast,
      });
    });
  });
}
