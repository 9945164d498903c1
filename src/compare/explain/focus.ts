import type { Response } from '../../response/response.js';
import { type Comparison, noUnit, type Unit } from '../comparison.js';

/** What one looks at: a unit by the unit fields that name it, or a response by its id; in one wave, or in all. */
export interface FocusTarget {
  readonly units: Readonly<Record<string, string>>;
  readonly response?: string;
  readonly wave?: string;
}

/** Keeps the responses that one figure is made of, whatever their number, and passes over all others. */
export interface Focus {
  /** Whether the response is one of them; it is kept if so. */
  readonly add: (response: Response) => boolean;
  /** Those kept, in the order in which they came. */
  readonly responses: readonly Response[];
  /** The one that a unit of level `response` stands for. */
  readonly find: (unit: Pick<Unit, 'wave' | 'response'>) => Response | undefined;
  /** The names that came up at each unit field of the target, for suggestions. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  /** The waves in which there is a response of the target, the one asked for or another. */
  readonly waves: ReadonlySet<string>;
}

/** Looks out for the responses of one unit while all of them pass by. */
export function focus({ units, response: id, wave }: FocusTarget): Focus {
  const named = Object.entries(units);
  const seen = new Map(named.map(([field]) => [field, new Set<string>()]));
  const waves = new Set<string>();
  const responses: Response[] = [];
  const byKey = new Map<string, Response>();
  return {
    add: (response) => {
      let inside = id === undefined || response.id === id;
      for (const [field, name] of named) {
        const found = String(response.profile[field] ?? noUnit);
        seen.get(field)?.add(found);
        if (found !== name) inside = false;
      }
      if (!inside) return false;
      const own = response.wave ?? '';
      waves.add(own);
      if (wave !== undefined && own !== wave) return false;
      responses.push(response);
      byKey.set(keyOf(response.wave ?? '', response.id), response);
      return true;
    },
    responses,
    find: ({ wave, response }) => byKey.get(keyOf(wave, response ?? '')),
    seen,
    waves,
  };
}

/** The units that a target names, at the innermost level that it does: one a wave, or more where outer units are left open. */
export function unitsOf({ plan, units }: Comparison, target: FocusTarget): readonly Unit[] {
  const fields = plan.rollup.levels.map(({ unit }) => unit);
  const level =
    target.response === undefined ? fields.findLast((field) => field in target.units) : 'response';
  return units.filter(
    (unit) =>
      unit.level === level &&
      (target.wave === undefined || unit.wave === target.wave) &&
      (target.response === undefined || unit.response === target.response) &&
      fields.every((field, i) => target.units[field] === undefined || target.units[field] === unit.path[i]),
  );
}

function keyOf(wave: string, id: string): string {
  return JSON.stringify([wave, id]);
}
