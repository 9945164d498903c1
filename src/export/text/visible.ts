/** What a terminal would obey or hide: controls, line separators, direction changes, invisible spaces, halves of characters. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff]/gu;
const short: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text on one line in which nothing is hidden and nothing steers the terminal: an escape character becomes `\x1b`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => short.get(character) ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
