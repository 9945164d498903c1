import type { Ink } from '../../../text/ink.js';
import { filler, padEnd, padStart, truncate } from '../../../text/width.js';
import type { Face } from './column.js';
import { type Block, type FittedColumn, gap, widthOf } from './layout.js';
import { barWidth, type Signs } from './signs.js';

/** The lines of a block: headings, a rule, and a line a row. */
export function draw(block: Block, ink: Ink, signs: Signs): readonly string[] {
  const height = Math.max(0, ...block.map(({ heading }) => heading.length));
  const rows = block[0]?.column.faces.length ?? 0;
  const lines = (count: number, cell: (column: FittedColumn, line: number) => string) =>
    Array.from({ length: count }, (_, line) => joined(block.map((column) => cell(column, line))));
  return [
    ...lines(height, (fitted, line) => {
      const text = fitted.heading[line - height + fitted.heading.length] ?? '';
      const padded = standsLeft(fitted) ? padEnd(text, fitted.width) : padStart(text, fitted.width);
      return text === '' ? padded : padded.replace(text, () => ink.strong(text));
    }),
    ink.faint(signs.line.repeat(widthOf(block))),
    ...lines(rows, (fitted, row) => drawnCell(fitted, fitted.column.faces[row] ?? { text: '' }, ink, signs)),
  ];
}

function joined(cells: readonly string[]): string {
  return cells.join(' '.repeat(gap)).trimEnd();
}

/** Figures with detail behind them stand left, as their details do. */
function standsLeft({ column, detail }: FittedColumn): boolean {
  return column.text || (detail !== 'mark' && column.tails[detail] > 0);
}

function drawnCell(fitted: FittedColumn, face: Face, ink: Ink, signs: Signs): string {
  const { column, width, detail, space } = fitted;
  if (column.text) return padEnd(truncate(face.text, width, signs.ellipsis), width);
  const paint = face.band === undefined ? plain : ink.band(face.band);
  const figure = filler(face.text, column.width) + (face.why === undefined ? paint : ink.faint)(face.text);
  const tail = column.tails[detail];
  if (tail === 0) return ' '.repeat(width - column.width) + figure;
  const { text, drawn } = tailOf(fitted, face, ink, signs);
  const cell = `${figure}${' '.repeat(space)}${drawn}${filler(text, tail)}`;
  const rest = ' '.repeat(width - column.width - space - tail);
  return standsLeft(fitted) ? cell + rest : rest + cell;
}

function plain(text: string): string {
  return text;
}

/** What follows a figure, bare and as it is drawn. */
function tailOf(
  { column, detail }: FittedColumn,
  { band, along }: Face,
  ink: Ink,
  signs: Signs,
): { readonly text: string; readonly drawn: string } {
  const paint = band === undefined ? plain : ink.band(band);
  if (detail === 'mark') {
    const mark = band === undefined ? '' : signs.band(band);
    return { text: mark, drawn: paint(mark) };
  }
  const name = band?.label ?? '';
  if (detail !== 'bar' || !column.bars) return { text: name, drawn: paint(name) };
  const [filled, empty] = along === undefined ? [' '.repeat(barWidth), ''] : signs.bar(along);
  const behind = name === '' ? '' : ` ${name}`;
  return { text: filled + empty + behind, drawn: paint(filled) + ink.faint(empty) + paint(behind) };
}
