import type { Cell, Look, Row } from './layout.js';
import { type Lettering, type TextLine, textLines } from './text-lines.js';

/** How the text of a cell is set. */
interface Setting extends Lettering {
  /** From one line to the next, in points. */
  readonly line: number;
  /** What does not hold letters, in digits. */
  readonly indent: number;
}

const plain: Setting = { size: 10, bold: false, line: 12.75, indent: 0.5 };
const bold: Setting = { ...plain, bold: true };
const settings: Partial<Readonly<Record<Look, Setting>>> = {
  title: { ...bold, size: 16, line: 22 },
  heading: { ...bold, size: 12, line: 17 },
  header: bold,
  label: bold,
  question: bold,
  item: { ...plain, indent: 3 },
  option: { ...plain, indent: 4 },
};
const padding = 4;
/** In points: no row can be higher than 409, and a page holds little more. */
const highest = 390;
/** A single column of digits is the least that letters are set in. */
const narrowest = 4;

/**
 * How high a row must be, in points, for its wrapped texts to show: programs do not agree on whether they work that out
 * when they open a file.
 */
export function rowHeight(row: Row, widths: readonly number[]): number {
  const heights = row.map((cell, column) => {
    if (cell === undefined) return 0;
    return linesOf(cell, widthAt(widths, column, cell)).length * settingOf(cell).line;
  });
  return Math.min(highest, Math.max(plain.line, ...heights)) + padding;
}

/** A row as several, where a text is longer than a row can be high: what does not fit goes on in the rows below. */
export function spilled(row: Row, widths: readonly number[]): readonly [Row, ...Row[]] {
  const rest: (Cell | undefined)[] = [];
  const first = row.map((cell, column): Cell | undefined => {
    if (cell?.content.kind !== 'text' || cell.reads !== undefined) return cell;
    const lines = linesOf(cell, widthAt(widths, column, cell));
    const most = Math.floor(highest / settingOf(cell).line);
    if (lines.length <= most) return cell;
    rest[column] = { look: cell.look, content: { kind: 'text', text: joined(lines.slice(most)) } };
    return { ...cell, content: { kind: 'text', text: joined(lines.slice(0, most)) } };
  });
  return rest.length === 0 ? [first] : [first, ...spilled(Array.from(rest), widths)];
}

function joined(lines: readonly TextLine[]): string {
  return lines.map(({ text, before }, at) => (at === 0 ? text : before + text)).join('');
}

function linesOf({ look, content }: Cell, width: number): readonly TextLine[] {
  const text =
    content.kind === 'text' ? content.text : content.kind === 'formula' ? String(content.shown) : '';
  const setting = settings[look] ?? plain;
  return textLines(text, Math.max(narrowest, width - setting.indent), setting);
}

function settingOf({ look }: Cell): Setting {
  return settings[look] ?? plain;
}

/** In digits; a cell can reach over the columns behind it. */
function widthAt(widths: readonly number[], column: number, { look, span = 1 }: Cell): number {
  // A title that reaches over none runs on over what is blank beside it.
  if (look === 'title' && span === 1) return Number.POSITIVE_INFINITY;
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}
