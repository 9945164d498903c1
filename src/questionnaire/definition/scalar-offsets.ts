/**
 * Where each character of a text stands in the YAML source that it was read from; one more, for its end. Quotes are
 * doubled, escaped and folded in the source: what cannot be followed gives nothing.
 */
export function scalarOffsets(
  source: string,
  from: number,
  to: number,
  value: string,
): readonly number[] | undefined {
  const quote = source[from] === '"' || source[from] === "'" ? source[from] : undefined;
  let at = from;
  if (quote !== undefined) at++;
  else if (source[from] === '|' || source[from] === '>') at = contentAfterHeader(source, from);
  const offsets: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const char = value[i];
    if (at >= to) {
      // The line end that a block text has behind its last line need not stand in the file.
      if (char === '\n' && i === value.length - 1) break;
      return undefined;
    }
    const found = source[at];
    offsets.push(at);
    if (quote === '"' && found === '\\') {
      if (!isEscapeOf(source[at + 1], char)) return undefined;
      at += 2;
    } else if (found === char) {
      at += quote === "'" && char === "'" ? 2 : 1;
      if (char === '\n') at = pastIndent(source, at);
    } else if (char === ' ' && (found === '\n' || found === '\r')) {
      at = pastIndent(source, source[at] === '\r' ? at + 2 : at + 1);
    } else return undefined;
  }
  offsets.push(at);
  return offsets;
}

/** Behind `>-` and the like, and the indentation of the first line. */
function contentAfterHeader(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : pastIndent(source, end + 1);
}

function pastIndent(source: string, at: number): number {
  let next = at;
  while (source[next] === ' ') next++;
  return next;
}

function isEscapeOf(letter: string | undefined, char: string | undefined): boolean {
  switch (letter) {
    case 'n':
      return char === '\n';
    case 't':
      return char === '\t';
    default:
      return letter !== undefined && letter === char;
  }
}
