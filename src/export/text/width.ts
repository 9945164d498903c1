import stringWidth from 'string-width';

/** Latin letters, dashes, quotes, arrows, lines, blocks and shapes: one column each. */
const narrow = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2013-\u2026\u2039\u203a\u2190-\u21ff\u2500-\u25fc]*$/;

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

const segmenter = new Intl.Segmenter();

/** The parts of a text that a terminal shows as one character each, and where they start. */
export function characters(text: string): readonly { readonly text: string; readonly at: number }[] {
  if (narrow.test(text)) return Array.from(text, (character, at) => ({ text: character, at }));
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ text: segment, at: index }));
}

/** The text, cut to `width` columns with the ellipsis in them where it is longer. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const [head] = splitAt(text, width - displayWidth(ellipsis));
  return `${head.trimEnd()}${ellipsis}`.slice(0, head === '' ? Math.max(0, width) : undefined);
}

/** The text with spaces behind it up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + filler(text, width);
}

/** The text with spaces before it up to `width` columns. */
export function padStart(text: string, width: number): string {
  return filler(text, width) + text;
}

/** The spaces that a text lacks to be `width` columns wide. */
export function filler(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * Lines of at most `width` columns, broken at spaces, and within a word only where it is longer than a line: at its own hyphens if
 * that will do, or else with the hyphen.
 */
export function wrap(text: string, width: number, hyphen = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/ +/).flatMap((word) => broken(word, width, hyphen))) {
    if (line === '') line = piece;
    else if (displayWidth(line) + 1 + displayWidth(piece) <= width) line += ` ${piece}`;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
}

/** The width of the widest of some texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

function broken(word: string, width: number, hyphen: string): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts = word.split(/(?<=\p{L}-)(?=\p{L})/u);
  return parts.length > 1
    ? joined(parts, width).flatMap((part) => cut(part, width, hyphen))
    : cut(word, width, hyphen);
}

/** As many parts a line as it has room for. */
function joined(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = `${lines.at(-1) ?? ''}${part}`;
    if (lines.length > 0 && displayWidth(line) <= width) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  return lines;
}

function cut(word: string, width: number, hyphen: string): readonly string[] {
  const pieces: string[] = [];
  const room = width - displayWidth(hyphen);
  const count = Math.ceil(displayWidth(word) / Math.max(1, room));
  // With a hyphen the pieces are of about one length: `Depar-` and `tment`, not `Departme-` and `nt`.
  const size = hyphen === '' ? room : Math.ceil(displayWidth(word) / count);
  let rest = word;
  while (displayWidth(rest) > width) {
    const [head, tail] = splitAt(rest, size);
    if (head === '' || tail === '') break;
    pieces.push(head + hyphen);
    rest = tail;
  }
  return [...pieces, rest];
}

function splitAt(text: string, width: number): readonly [string, string] {
  let used = 0;
  for (const character of segmenter.segment(text)) {
    used += displayWidth(character.segment);
    if (used > width) return [text.slice(0, character.index), text.slice(character.index)];
  }
  return [text, ''];
}
