import { registerLookUp, unitText } from './look-up.js';
import { answeringUnits, lineOf, type Register, type RegisterUnit } from './register.js';

/** The names of a unit and of those that it belongs to, one a level from the outermost in, as far as the register says. */
export type RegisteredPath = readonly (string | undefined)[];

/** What a register says of a unit, by the names that responses have units under. */
export interface UnitSaid {
  readonly path: RegisteredPath;
  /** Profile fields, the names of its units and what is said of outer ones included. */
  readonly profile: Readonly<Record<string, string | number>>;
  /** All other columns, as they are written; what is said of outer units included. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What its own row says something of. */
  readonly says: readonly string[];
  readonly peers: readonly RegisteredPath[];
}

/** Where the units of a register stand, by the names that responses have them under. */
export interface UnitPaths {
  /** Of all units that were not merged into another. */
  readonly all: readonly UnitSaid[];
  /** Of those among them that answer by themselves. */
  readonly answering: readonly RegisteredPath[];
}

/** `levels` are the unit fields from the outermost in. */
export function unitPaths(register: Register, levels: readonly string[]): UnitPaths {
  const lookUp = registerLookUp(register);
  const pathOf = (unit: RegisterUnit): RegisteredPath => {
    const names = new Map(lineOf(register, unit).map((each) => [each.level, unitText(lookUp, each)]));
    return levels.slice(0, levels.indexOf(unit.level) + 1).map((level) => names.get(level));
  };
  return {
    all: register.units
      .filter(({ becomes }) => becomes === undefined)
      .map((unit) => {
        const line = lineOf(register, unit);
        const names = line.map((each) => [each.level, unitText(lookUp, each)] as const);
        return {
          path: pathOf(unit),
          profile: Object.fromEntries([...names, ...line.flatMap(({ profile }) => Object.entries(profile))]),
          attributes: Object.fromEntries(line.flatMap(({ attributes }) => Object.entries(attributes))),
          says: [...Object.keys(unit.profile), ...Object.keys(unit.attributes)],
          peers: unit.peers.flatMap((id) => {
            const peer = register.byId.get(id);
            return peer === undefined ? [] : [pathOf(peer)];
          }),
        };
      }),
    answering: answeringUnits(register).map(pathOf),
  };
}
