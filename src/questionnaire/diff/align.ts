/** The same thing in two versions. */
export interface Pair<T> {
  readonly old: T;
  readonly new: T;
}

/** Two lists side by side. */
export interface Aligned<T> {
  /** What is in both, in the new order, what was renamed among it. */
  readonly pairs: readonly Pair<T>[];
  readonly renamed: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

interface Named {
  readonly id: string;
}

/** Puts things beside each other by id; what is left by what it says, where that leaves no doubt. */
export function align<T extends Named>(
  old: readonly T[],
  now: readonly T[],
  saying?: (each: T) => string,
): Aligned<T> {
  const before = new Map(old.map((each) => [each.id, each]));
  const after = new Set(now.map(({ id }) => id));
  const gone = old.filter(({ id }) => !after.has(id));
  const fresh = now.filter(({ id }) => !before.has(id));
  const renamed = new Map<T, T>();
  if (saying !== undefined) {
    const twins = singles(gone, saying);
    for (const [said, each] of singles(fresh, saying)) {
      const twin = twins.get(said);
      if (twin !== undefined) renamed.set(each, twin);
    }
  }
  const taken = new Set(renamed.values());
  return {
    pairs: now.flatMap((each) => {
      const twin = before.get(each.id) ?? renamed.get(each);
      return twin === undefined ? [] : { old: twin, new: each };
    }),
    renamed: [...renamed].map(([each, twin]) => ({ old: twin, new: each })),
    removed: gone.filter((each) => !taken.has(each)),
    added: fresh.filter((each) => !renamed.has(each)),
  };
}

/** What is said by one thing only, by what it says. */
function singles<T>(some: readonly T[], saying: (each: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const each of some) {
    const said = saying(each);
    if (found.has(said)) twice.add(said);
    found.set(said, each);
  }
  for (const said of twice) found.delete(said);
  return found;
}
