/** What parts a number's fraction from its whole: with a comma, points may group thousands, and the other way round. */
export type DecimalMark = 'point' | 'comma';

const grouped = /^[+-]?\d{1,3}(,\d{3})+$/;
const commaDecimal = /^[+-]?(\d+|\d{1,3}([.\s'’]\d{3})+),\d+$/u;
const pointDecimal = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/;

/** Whether a text is a number of which only the meaning of its comma is open, or shows it. */
export function hasComma(text: string): boolean {
  const trimmed = text.trim();
  return grouped.test(trimmed) || commaDecimal.test(trimmed) || pointDecimal.test(trimmed);
}

/** The mark that a number with a comma shows: `1,5` is not grouped, `1,234.5` is; `1,234` may be either. */
export function markShown(text: string): DecimalMark | undefined {
  const trimmed = text.trim();
  if (pointDecimal.test(trimmed)) return 'point';
  return commaDecimal.test(trimmed) && !grouped.test(trimmed) ? 'comma' : undefined;
}

/** A number with a comma, written with a point and no groups; nothing where it does not fit the mark. */
export function decimalFrom(text: string, mark: DecimalMark): string | undefined {
  const trimmed = text.trim();
  if (mark === 'comma') {
    if (!commaDecimal.test(trimmed)) return undefined;
    return trimmed.replace(/[.\s'’]/gu, '').replace(',', '.');
  }
  return grouped.test(trimmed) || pointDecimal.test(trimmed) ? trimmed.replaceAll(',', '') : undefined;
}
