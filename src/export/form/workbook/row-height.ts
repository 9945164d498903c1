import { wrap } from '../../width.js';
import type { Cell, Look, Row } from './layout.js';

/** Points from one line to the next, and how many characters of a text fit where a column says it holds one. */
interface Lettering {
  readonly line: number;
  readonly fit: number;
}

const plain: Lettering = { line: 12.75, fit: 1.14 };
const bold: Lettering = { line: 12.75, fit: 1 };
const lettering: Partial<Readonly<Record<Look, Lettering>>> = {
  title: { line: 22, fit: 100 },
  heading: { line: 17, fit: 0.8 },
  header: bold,
  label: bold,
  question: bold,
  // They stand further in.
  item: { ...plain, fit: 1.05 },
  option: { ...plain, fit: 1 },
};
const padding = 4;
/** No row can be higher. */
const highest = 409;

/**
 * How high a row must be, in points, for its wrapped texts to show: programs do not agree on whether they work that out
 * when they open a file.
 */
export function rowHeight(row: Row, widths: readonly number[]): number {
  const heights = row.map((cell, column) =>
    cell === undefined ? 0 : cellHeight(cell, widths[column] ?? 10),
  );
  return Math.min(highest, Math.max(plain.line, ...heights) + padding);
}

function cellHeight({ look, content }: Cell, width: number): number {
  const text =
    content.kind === 'text' ? content.text : content.kind === 'formula' ? String(content.shown) : '';
  const { line, fit } = lettering[look] ?? plain;
  const lines = text
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, wrap(each, Math.floor(width * fit)).length), 0);
  return lines * line;
}
