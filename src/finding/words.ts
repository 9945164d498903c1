/** `a`, `b` or `c`, in back-ticks and shortened where the list is long. */
export function oneOf(words: readonly (string | number)[], most = 12): string {
  const shown = words.slice(0, most).map((word) => `\`${word}\``);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} or ${rest} more`;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

/** `a`, `b` and `c`, in the same way. */
export function and(words: readonly (string | number)[]): string {
  return oneOf(words).replace(/` or (?=`[^`]*`$|\d+ more$)/, '` and ');
}

/** ` (did you mean …?)`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
}

/** A value as it was written, for a message: quoted, one line, at most 60 characters. */
export function shown(value: unknown): string {
  // More than is shown need not be looked at, and control characters only become longer.
  const text = (typeof value === 'string' ? value : jsonOf(value)).slice(0, 100);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => JSON.stringify(c).slice(1, -1));
  return line.length > 60 ? `"${line.slice(0, 57)}…"` : `"${line}"`;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply to be shown';
    throw error;
  }
}

/** A wording in full, on one line: where two are set side by side, the end may be what differs. */
export function wording(text: string): string {
  return `"${text.trim().replace(/\s+/g, ' ')}"`;
}

/** `1 row`, `2 rows`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? noun : plural}`;
}

/** As a spreadsheet names its columns: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
