/** The most characters that a cell can hold. */
export const mostCharacters = 32_767;

/** A text as a workbook holds it: what looks like an escape is one, and lines end as they do in cells. */
export function escaped(text: string): string {
  const whole = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r\n?/g, '\n');
  // The library keeps texts as keys of an object, and takes `toString` for one that is there already.
  return whole in Object.prototype ? `_x${hex(whole)}_${whole.slice(1)}` : whole;
}

function hex(text: string): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
