import { inkFor, type Paint } from '../../export/text/ink.js';
import type { Line, Style } from '../screens/line.js';
import type { Screen } from '../screens/page.js';

/** Puts styles on texts: what is in focus is blue, a warning orange, told apart with every colour vision. */
function stylesOf(color: boolean): Readonly<Record<Style, Paint>> {
  const ink = inkFor(color);
  return {
    strong: ink.strong,
    faint: ink.faint,
    focus: ink.severity('info'),
    warning: ink.severity('warning'),
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
  const styles = stylesOf(color);
  let drawn: readonly string[] = [];
  let isClear = false;
  return {
    paint: ({ lines, cursor }) => {
      const rows = lines.map((row) => painted(row, styles));
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

function painted(row: Line, styles: ReturnType<typeof stylesOf>): string {
  return row.map(({ text, style }) => (style === undefined ? text : styles[style](text))).join('');
}
