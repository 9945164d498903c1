/** What to write instead, for mistakes that YAML invites. */
export function typeHelp(
  needed: readonly string[],
  value: string | undefined,
  found: string,
): string | undefined {
  if (value === undefined) return undefined;
  if (needed.includes('true or false')) {
    if (/^(yes|on)$/i.test(value)) return 'Write `true`.';
    return /^(no|off)$/i.test(value) ? 'Write `false`.' : undefined;
  }
  // As it is written, which need not be as it is read: `1.10` is 1.1.
  if (needed.includes('a text') && found === 'a number') {
    return `Put it in quotes: YAML takes it for the number ${value}.`;
  }
  if (needed.includes('a text')) return `Put it in quotes: \`"${value}"\`.`;
  if (needed.includes('a number') || needed.includes('a whole number')) {
    return /^-?\d+(\.\d+)?$/.test(value)
      ? 'Take the quotes away.'
      : 'Write it in digits, with a point before decimals: `2.5`.';
  }
  return needed.includes('a list') ? `Put it in brackets: \`[${value}]\`.` : undefined;
}
