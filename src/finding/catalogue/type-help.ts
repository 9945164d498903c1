/** What to write instead, for mistakes that YAML invites. */
export function typeHelp(needed: readonly string[], value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (needed.includes('true or false')) {
    if (/^(yes|on)$/i.test(value)) return 'Write `true`.';
    return /^(no|off)$/i.test(value) ? 'Write `false`.' : undefined;
  }
  if (needed.includes('a text')) return `Put it in quotes: \`"${value}"\`.`;
  if (needed.includes('a number') || needed.includes('a whole number')) {
    return /^-?\d+(\.\d+)?$/.test(value) ? 'Take the quotes away.' : undefined;
  }
  return needed.includes('a list') ? `Put it in brackets: \`[${value}]\`.` : undefined;
}
