/** The items of some lists, one after the other: what `flat` gives, sooner. There may be more of them than a call can have arguments. */
export function joined<T>(lists: Iterable<readonly T[]>): readonly T[] {
  const all: T[] = [];
  for (const list of lists) for (const item of list) all.push(item);
  return all;
}
