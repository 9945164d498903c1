/** A figure in its shortest form, with a point and never with an exponent; nothing where it is no figure. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  if (!text.includes('e')) return text;
  const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (scientific === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = scientific;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : `${sign}${digits.padEnd(point, '0')}`;
}

/** The texts of small counts, of which large tables are full. */
const counts: readonly string[] = Array.from({ length: 1000 }, (_, value) => decimal(value));

/** How many other figures' texts are remembered. */
const mostKnown = 10_000;

/** The same for many figures, few of which differ since they are rounded: what was written before takes a third of the time. */
export function decimals(): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    const before = (Number.isInteger(value) && value >= 0 ? counts[value] : undefined) ?? known.get(value);
    if (before !== undefined) return before;
    const text = decimal(value);
    if (known.size < mostKnown) known.set(value, text);
    return text;
  };
}

/** A figure with always as many decimals. */
export function fixed(value: number, digits: number | undefined): string {
  return digits === undefined || !(Math.abs(value) < 1e21) ? decimal(value) : value.toFixed(digits);
}
