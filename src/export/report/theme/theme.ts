import { palette } from '../colours/palette.js';

/** How a report looks, and what it says of whom it is by. */
export interface Theme {
  /** Who publishes it. */
  readonly organisation?: string;
  readonly logo?: Logo;
  /** What stands under the title. */
  readonly introduction?: string;
  /** What stands at the end of the page. */
  readonly footer?: string;
  /** What one unit and several are called, instead of by the title of their field. */
  readonly unit?: string;
  readonly units?: string;
  readonly light: Colours;
  readonly dark: Colours;
}

export interface Logo {
  /** The picture as a `data:` URI. */
  readonly source: string;
  /** What it says, for those who do not see it. */
  readonly alternative: string;
}

/** As `#rrggbb`. */
export interface Colours {
  readonly background: string;
  readonly text: string;
  /** Links, what a part is about, and the unit whose page it is. */
  readonly accent: string;
}

/** The look of a report where no theme says otherwise. */
export const plainTheme: Theme = { light: coloursOf('light'), dark: coloursOf('dark') };

function coloursOf(mode: 'light' | 'dark'): Colours {
  const { paper, ink, own } = palette;
  return { background: paper[mode], text: ink[mode], accent: own[mode] };
}
