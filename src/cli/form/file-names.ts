/** What Windows calls a device, whatever stands behind it. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 80;

/** A file's name for each id, all different, in which nothing needs quotes: what other characters there are becomes `-`. */
export function fileNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const safe = id
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+|[.-]+$/g, '')
      .slice(0, longest)
      .replace(/[\ud800-\udbff]$/, '');
    const base = safe === '' ? '_' : devices.test(safe) ? `_${safe}` : safe;
    let name = base;
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${base}-${nth}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
