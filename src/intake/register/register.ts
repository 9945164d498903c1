import type { Place } from '../../finding/finding.js';

/** A unit of the register: an organisation, or a department of one. */
export interface RegisterUnit {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** The unit field whose cells it stands in. */
  readonly level: string;
  /** The id of the unit that it belongs to; without one it can belong to any. */
  readonly parent: string | undefined;
  /** Ids of its comparators. */
  readonly peers: readonly string[];
  /** The id of the unit that it was merged into. */
  readonly becomes: string | undefined;
  /** What the register says of profile fields, which respondents need not say again. */
  readonly profile: Readonly<Record<string, string | number>>;
  /** `type` and all further columns as they are written, blank ones left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** Which units there are (docs/forms.md). */
export interface Register {
  readonly file: string;
  /** In the order of the file. */
  readonly units: readonly RegisterUnit[];
  readonly byId: ReadonlyMap<string, RegisterUnit>;
}

/** The units directly below one. */
export function childrenOf({ units }: Register, id: string): readonly RegisterUnit[] {
  return units.filter(({ parent }) => parent === id);
}

/** A unit with those that it belongs to, from the outermost in. */
export function lineOf({ byId }: Register, unit: RegisterUnit): readonly RegisterUnit[] {
  const line: RegisterUnit[] = [];
  for (let each: RegisterUnit | undefined = unit; each !== undefined && !line.includes(each); ) {
    line.unshift(each);
    each = each.parent === undefined ? undefined : byId.get(each.parent);
  }
  return line;
}

/** The units that answer by themselves: those that nothing belongs to and that were not merged into another. */
export function answeringUnits({ units }: Register): readonly RegisterUnit[] {
  const parents = new Set(units.map(({ parent }) => parent));
  return units.filter(({ id, becomes }) => !parents.has(id) && becomes === undefined);
}
