import type { Range } from '../../finding/finding.js';
import type { Paint } from '../text/ink.js';
import { visible } from '../text/visible.js';
import { characters, displayWidth } from '../text/width.js';

/** A character of a source line as it is shown: `from` and `to` count the line's UTF-16 units, `x` the terminal's columns. */
interface Glyph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
}

/** The part of a line that is shown. */
interface Window {
  readonly left: number;
  readonly room: number;
  /** Whether there is more of the line before the glyphs. */
  readonly more: boolean;
}

const tab = ' '.repeat(4);
const ellipsis = '…';

/** The line a range starts on, with the line before it and with carets below the range; nothing if there is no such line. */
export function codeFrame(
  lines: readonly string[],
  { start, end }: Range,
  width: number,
  paint: Paint,
  faint: Paint,
): readonly string[] {
  const line = lines[start.line - 1];
  if (line === undefined) return [];
  const digits = String(start.line).length;
  const gutter = (number: number | string) => faint(`  ${String(number).padStart(digits)} |`);
  const room = width - digits - 6;

  const first = Math.min(start.column - 1, line.length);
  const behind = end.line > start.line ? line.length : Math.min(end.column - 1, line.length);
  // Of a very long line no more is looked at than can be shown.
  const base = first > 4 * room ? first - 2 * room : 0;
  const glyphs = glyphsOf(line, base, base + 8 * room);
  const from = columnAt(glyphs, first);
  const to = Math.max(from + 1, columnAt(glyphs, behind, 'behind'));
  const window = windowOf(glyphs, from, to, room, base > 0);

  const before = lines[start.line - 2] ?? '';
  const context = before.trim() === '' ? '' : shown(glyphsOf(before, base, base + 8 * room), window);
  const x = Math.max(window.more ? 1 : 0, from - window.left);
  const carets = '^'.repeat(Math.max(1, Math.min(to - window.left, room) - x));
  return [
    ...(context === '' ? [] : [`${gutter(start.line - 1)} ${context}`]),
    `${gutter(start.line)} ${shown(glyphs, window)}`.trimEnd(),
    `${gutter('')} ${' '.repeat(x)}${paint(carets)}`,
  ];
}

function glyphsOf(line: string, start: number, end: number): readonly Glyph[] {
  let x = 0;
  return characters(line.slice(start, end)).map(({ text, at }) => {
    const from = start + at;
    const drawn = from === 0 && text === '\ufeff' ? '' : text === '\t' ? tab : visible(text);
    const width = displayWidth(drawn);
    x += width;
    return { text: drawn, from, to: from + text.length, x: x - width, width };
  });
}

/** The column at which the character around a place in the line begins, or behind which the one before the place ends. */
function columnAt(glyphs: readonly Glyph[], place: number, side: 'before' | 'behind' = 'before'): number {
  const next = glyphs.find(({ from, to }) => (side === 'before' ? to > place : from >= place));
  const last = glyphs.at(-1);
  return next?.x ?? (last === undefined ? 0 : last.x + last.width);
}

/** The whole line if it fits, else a part with some of what stands before the range. */
function windowOf(glyphs: readonly Glyph[], from: number, to: number, room: number, cut: boolean): Window {
  const last = glyphs.at(-1);
  const total = last === undefined ? 0 : last.x + last.width;
  if (!cut && (total <= room || to < room)) return { left: 0, room, more: false };
  const lead = Math.floor(room / 3);
  const left = Math.max(0, Math.min(from - lead, total - room));
  return { left, room, more: cut || left > 0 };
}

function shown(glyphs: readonly Glyph[], { left, room, more }: Window): string {
  const last = glyphs.at(-1);
  const ends = last === undefined || last.x + last.width <= left + room;
  const begin = left + (more ? 1 : 0);
  const stop = left + room - (ends ? 0 : 1);
  let line = more && last !== undefined ? ellipsis : '';
  let x = line === '' ? left : begin;
  for (const glyph of glyphs) {
    if (glyph.x < begin || glyph.x + glyph.width > stop) continue;
    line += ' '.repeat(glyph.x - x) + glyph.text;
    x = glyph.x + glyph.width;
  }
  return ends ? line : `${line}${' '.repeat(stop - x)}${ellipsis}`;
}
