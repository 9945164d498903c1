/** The id that something was likely meant to be: `Data-Owner` for `data_owner`. Nothing where no id comes of it. */
export function idMeant(written: string, pattern: string): string | undefined {
  const joint = joints.get(pattern);
  if (joint === undefined) return undefined;
  const meant = written
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .replace(new RegExp(`^${joint}|${joint}$`, 'g'), '');
  return new RegExp(pattern).test(meant) ? meant : undefined;
}

/** What joins words, by the form of an id. */
const joints: ReadonlyMap<string, string> = new Map([
  ['^[a-z][a-z0-9]*(_[a-z0-9]+)*$', '_'],
  ['^[a-z][a-z0-9]*(-[a-z0-9]+)*$', '-'],
]);
