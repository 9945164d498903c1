/** The most characters that a cell can hold. */
export const mostCharacters = 32_767;

/** Characters that XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a workbook must not hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as a workbook holds it: what looks like an escape is one, and lines end as they do in cells. */
export function workbookText(text: string): string {
  const whole = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replace(unwritable, (character) => `_x${hex(character)}_`);
  // The library keeps texts as keys of an object, and takes `toString` for one that is there already.
  return whole in Object.prototype ? `_x${hex(whole)}_${whole.slice(1)}` : whole;
}

function hex(text: string): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
