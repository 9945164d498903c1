/** What a sheet must not be called: Excel keeps this name for itself. */
const reserved = ['history'];
const longest = 31;

/** Names for sheets with these titles: without the signs that no sheet's name may have, at most 31 long, none twice. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(reserved);
  return titles.map((title) => {
    const bare = cut(
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: no sheet's name may have them
        .replace(/[\u0000-\u001f]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s'_]+|[\s']+$/g, ''),
      longest,
    );
    const base = bare === '' ? 'Part' : bare;
    let name = base;
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) {
      const ending = ` (${nth})`;
      name = `${cut(base, longest - ending.length)}${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many UTF-16 units, with an ellipsis for what is cut off, between words where that loses little. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const hard = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const soft = hard.slice(0, Math.max(0, hard.lastIndexOf(' ')));
  return `${(soft.length > most / 2 ? soft : hard).replace(/[\s']+$/, '')}…`;
}
