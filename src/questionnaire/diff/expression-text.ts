/**
 * An expression as it is compared: without the spaces that mean nothing, and with the names that are called otherwise
 * in the new version, which are no change of the expression.
 */
export function comparable(text: string, renames: ReadonlyMap<string, string>): string {
  return text
    .trim()
    .split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/s)
    .map((piece, at) => (at % 2 === 1 ? quoted(piece) : code(piece, renames)))
    .join('');
}

function quoted(piece: string): string {
  return `"${piece.slice(1, -1)}"`;
}

function code(piece: string, renames: ReadonlyMap<string, string>): string {
  return piece
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w ]) ?/g, '$1')
    .replace(
      /\b(answers|profile|scores|bands|ratings)\.(\w+)/g,
      (_, root: string, name: string) => `${root}.${renames.get(name) ?? name}`,
    );
}
