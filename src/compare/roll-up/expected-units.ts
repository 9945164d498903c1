/** Which units there should be, each by its names from the outermost in; a name that is not known is left out. */
export type ExpectedUnits = readonly (readonly (string | undefined)[])[];

/** How many units of a level are or should be below one: those that are there, and those that are expected. */
export type CountExpected = (
  path: readonly string[],
  depth: number,
  there: readonly (readonly string[])[],
) => number;

/** Counts units that are expected and not there; one that could belong to several is expected of none. */
export function countExpected(expected: ExpectedUnits): CountExpected {
  const below = new Map<string, Set<string>>();
  for (const path of expected) {
    if (path.includes(undefined)) continue;
    for (let outer = 0; outer < path.length; outer += 1) {
      const key = keyOf(path.slice(0, outer), path.length);
      const units = below.get(key);
      if (units === undefined) below.set(key, new Set([JSON.stringify(path)]));
      else units.add(JSON.stringify(path));
    }
  }
  return (path, depth, there) => {
    const units = below.get(keyOf(path, depth));
    if (units === undefined) return there.length;
    return new Set([...units, ...there.map((unit) => JSON.stringify(unit))]).size;
  };
}

function keyOf(path: readonly (string | undefined)[], depth: number): string {
  return JSON.stringify([path, depth]);
}
