import { visible } from '../../../text/visible.js';
import { characters } from '../../../text/width.js';
import { textWidth } from './text-width.js';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ellipsis = '…';

/**
 * A label in at most `lines` lines of `width` pixels, broken at spaces, and cut with an ellipsis where it is longer.
 * What is written from right to left is kept apart from what stands beside it.
 */
export function wrapLabel(label: string, width: number, size: number, lines: number): readonly string[] {
  const broken: string[] = [];
  let rest = visible(label.replace(/\s+/g, ' ').trim());
  while (broken.length < lines - 1 && textWidth(rest, size) > width) {
    const at = breakIn(rest, width, size);
    broken.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...broken, textWidth(rest, size) > width ? cut(rest, width, size) : rest].map(isolated);
}

/** Where a line ends: behind the last space that fits, or within a word that is longer than a line. */
function breakIn(text: string, width: number, size: number): number {
  const length = longest(text, width, size);
  const space = text.lastIndexOf(' ', length);
  return space > 0 ? space : length;
}

function cut(text: string, width: number, size: number): string {
  return `${text.slice(0, longest(text, width - textWidth(ellipsis, size), size)).trimEnd()}${ellipsis}`;
}

/** The length of the longest start of a text that fits, and at least one character. */
function longest(text: string, width: number, size: number): number {
  let end = 0;
  let used = 0;
  for (const character of characters(text)) {
    used += textWidth(character.text, size);
    if (used > width && end > 0) return end;
    end = character.at + character.text.length;
  }
  return end;
}

function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
