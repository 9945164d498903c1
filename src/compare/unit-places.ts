import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { unitFields } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';
import { noUnit, type Unit } from './comparison.js';

/** Where a unit or a group of units stands: what tells it apart, and what a table shows of it. */
export type UnitPlace = Pick<Unit, 'level' | 'path' | 'groups' | 'response' | 'wave'>;

/** The units that a response counts for, one for each of some levels (unit fields, or `response`). */
export type UnitsOfResponse = (response: Response) => readonly UnitPlace[];

export function unitsOfResponse(
  questionnaire: Pick<Questionnaire, 'profile'>,
  levels: readonly string[],
): UnitsOfResponse {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const depths = levels.map((level) => ({
    level,
    depth: level === 'response' ? fields.length : fields.indexOf(level) + 1,
  }));
  return ({ id, wave = '', profile }) => {
    const path = fields.map((field) => String(profile[field] ?? noUnit));
    return depths.map(({ level, depth }) =>
      level === 'response'
        ? { level, path, response: id, wave }
        : { level, path: path.slice(0, depth), wave },
    );
  };
}

/** Things kept by unit, in the order in which units come up. */
export interface ByUnit<T> {
  readonly of: (place: UnitPlace) => T;
  readonly all: () => Iterable<T>;
}

export function byUnit<T>(make: (place: UnitPlace) => T): ByUnit<T> {
  const known = new Map<string, T>();
  return {
    of: (place) => {
      const key = keyOf(place);
      let found = known.get(key);
      if (found === undefined) {
        found = make(place);
        known.set(key, found);
      }
      return found;
    },
    all: () => known.values(),
  };
}

/** In an order of its own for each number of groups, since all are counted for the same keys. */
function keyOf({ level, wave, path, response, groups }: UnitPlace): string {
  const names = groups === undefined || response !== undefined ? path : [...Object.values(groups), ...path];
  return [level, wave, response ?? '', ...names].join('\0');
}
