/**
 * Rounds to decimal digits, half away from zero, as Excel's ROUND: the value counts as the 15 significant digits it
 * would be written with, so that 1.005 gives 1.01 though the double lies just below. Negative digits round to tens.
 */
export function roundHalfUp(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(14).split('e');
  const figures = mantissa.replace('.', '');
  const kept = Number(exponent) + digits + 1;
  if (kept < 0) return 0;
  const sign = value < 0 ? -1 : 1;
  if (kept >= figures.length) return sign * Number(`${figures}e${Number(exponent) - 14}`);
  const head = Number(figures.slice(0, kept)) + (figures.charAt(kept) >= '5' ? 1 : 0);
  return head === 0 ? 0 : sign * Number(`${head}e${-digits}`);
}
