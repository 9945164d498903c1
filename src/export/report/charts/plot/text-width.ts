import { characters, displayWidth } from '../../../text/width.js';

/** Widths in ems of what is far from the usual, in the wider of the fonts that pages are read in (DejaVu Sans, Verdana). */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[ijlI.,:;'|!()[\]ftr/-]/u, 0.42],
  [/^ /u, 0.34],
  [/^[mwMW@%…—]/u, 1],
  [/^\p{Lu}/u, 0.76],
];
const usual = 0.65;

/** About how wide a text is, in pixels, for a size of letters; rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  const ems = characters(text).reduce((sum, character) => sum + emsOf(character.text), 0);
  return ems * size;
}

function emsOf(character: string): number {
  if (character >= '\u2e80' && displayWidth(character) > 1) return 1.1;
  return widths.find(([pattern]) => pattern.test(character))?.[1] ?? usual;
}
