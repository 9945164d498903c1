import { visible } from './visible.js';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A text as content, its line breaks kept. */
export function content(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map(escaped)
    .join('<br>');
}

/** A text on one line, for content and attributes alike. */
export function escaped(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(
    /[&<>"']/g,
    (character) => entities.get(character) ?? character,
  );
}
