import { registerLookUp, unitText } from './look-up.js';
import { answeringUnits, lineOf, type Register, type RegisterUnit } from './register.js';

/** The names of a unit and of those that it belongs to, one a level from the outermost in, as far as the register says. */
export type RegisteredPath = readonly (string | undefined)[];

/** Where the units of a register stand, by the names that responses have them under. */
export interface UnitPaths {
  /** Of all units that were not merged into another. */
  readonly all: readonly RegisteredPath[];
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
    all: register.units.filter(({ becomes }) => becomes === undefined).map(pathOf),
    answering: answeringUnits(register).map(pathOf),
  };
}
