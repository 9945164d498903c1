import { Chalk } from 'chalk';
import type { Line, Style } from '../screens/line.js';
import type { Screen } from '../screens/page.js';

/** Puts styles on texts. */
type Ink = Readonly<Record<Style, (text: string) => string>>;

/** Blue and orange are told apart with every colour vision, and legible on black and on white. */
function inkOf(color: boolean): Ink {
  const chalk = new Chalk({ level: color ? 2 : 0 });
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    focus: (text) => chalk.bold.ansi256(33)(text),
    warning: (text) => chalk.ansi256(172)(text),
    error: (text) => chalk.bold.ansi256(160)(text),
  };
}

const showCursor = '\u001b[?25h';
const hideCursor = '\u001b[?25l';

/** Draws screens on a terminal, of each only the rows that differ from the one before. */
export interface Painter {
  readonly paint: (screen: Screen) => void;
  /** Draws the next screen whole: somebody else drew on the terminal, or it has another size. */
  readonly forget: () => void;
}

export function painterOn(write: (text: string) => void, color: boolean): Painter {
  const ink = inkOf(color);
  let drawn: readonly string[] = [];
  let isClear = false;
  return {
    paint: ({ lines, cursor }) => {
      const rows = lines.map((row) => painted(row, ink));
      const changed = rows.flatMap((row, i) =>
        row === drawn[i] ? [] : [`\u001b[${i + 1};1H\u001b[2K${row}`],
      );
      const start = isClear ? '' : '\u001b[2J';
      const end = cursor === undefined ? '' : `\u001b[${cursor.row + 1};${cursor.column + 1}H${showCursor}`;
      write(`${hideCursor}${start}${changed.join('')}${end}`);
      drawn = rows;
      isClear = true;
    },
    forget: () => {
      drawn = [];
      isClear = false;
    },
  };
}

function painted(row: Line, ink: Ink): string {
  return row.map(({ text, style }) => (style === undefined ? text : ink[style](text))).join('');
}
