/** Names from the outermost in; one that is not known is left out. */
export type OpenPath = readonly (string | undefined)[];

/** What a unit register says of one unit. */
export interface RegisteredUnit {
  readonly path: OpenPath;
  /** What it says of profile fields, its outer units' included. */
  readonly profile: Readonly<Record<string, string | number>>;
  /** All other columns, as they are written; its outer units' included. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What its own row says something of, be it a profile field or another column. */
  readonly says: readonly string[];
  /** Its own comparators. */
  readonly peers: readonly OpenPath[];
}

/** Finds what the register says of a unit, be it that the register leaves open which outer units it belongs to. */
export function registeredBy(
  units: readonly RegisteredUnit[],
): (path: readonly string[]) => RegisteredUnit | undefined {
  const byPath = new Map(units.map((unit) => [keyOf(unit.path), unit]));
  return (path) =>
    byPath.get(keyOf(path)) ??
    byPath.get(keyOf(path.map((name, at) => (at === path.length - 1 ? name : undefined))));
}

function keyOf(path: OpenPath): string {
  return JSON.stringify(path.map((name) => name ?? null));
}
