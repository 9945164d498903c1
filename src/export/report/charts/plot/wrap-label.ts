import { visible } from '../../../visible.js';
import { characters } from '../../../width.js';
import { textWidth } from './text-width.js';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ellipsis = '…';

/**
 * A label in at most `lines` lines of `width` pixels, broken at spaces, and cut with an ellipsis where it is longer.
 * What is written from right to left is kept apart from what stands beside it.
 */
export function wrapLabel(label: string, width: number, size: number, lines: number): readonly string[] {
  const fits = (text: string) => textWidth(text, size) <= width;
  const broken: string[] = [];
  let rest = visible(label.replace(/\s+/g, ' ').trim());
  while (broken.length < lines - 1 && !fits(rest)) {
    const at = breakIn(rest, fits);
    broken.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...broken, fits(rest) ? rest : cut(rest, fits)].map(isolated);
}

/** Where a line ends: behind the last space that fits, or within a word that is longer than a line. */
function breakIn(text: string, fits: (text: string) => boolean): number {
  const length = longest(text, fits);
  const space = text.lastIndexOf(' ', length);
  return space > 0 ? space : length;
}

function cut(text: string, fits: (text: string) => boolean): string {
  return `${text
    .slice(
      0,
      longest(text, (head) => fits(`${head}${ellipsis}`)),
    )
    .trimEnd()}${ellipsis}`;
}

/** The length of the longest start of a text that fits, and at least one character. */
function longest(text: string, fits: (text: string) => boolean): number {
  const ends = characters(text).map(({ text: character, at }) => at + character.length);
  const over = ends.findIndex((end) => !fits(text.slice(0, end)));
  return ends[Math.max(0, (over < 0 ? ends.length : over) - 1)] ?? text.length;
}

function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
