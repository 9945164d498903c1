import { byUnit, type UnitPlace } from '../unit-places.js';
import type { Wave } from './change.js';
import { pairsOf } from './pairs.js';
import { type PeopleInWaves, peopleInWaves } from './people.js';

/** A unit from one wave to the next; its own wave is the later one. */
export interface UnitStep {
  readonly place: UnitPlace;
  /** The earlier wave. */
  readonly from: string;
  readonly people: PeopleInWaves;
}

/** Every unit of some levels that is in either of two waves. */
export function unitSteps(before: Wave, after: Wave, levels: readonly string[]): readonly UnitStep[] {
  const pairs = pairsOf(before.responses, after.responses);
  const peopleOf = peopleInWaves(before, after, pairs, levels);
  const steps = byUnit((place): UnitStep => ({ place, from: before.name, people: peopleOf(place) }));
  const depths = after.plan.rollup.levels.flatMap(({ unit: level }, i) =>
    levels.includes(level) ? [{ level, depth: i + 1 }] : [],
  );
  const all = [...after.responses, ...before.responses];
  for (const path of new Set(all.map((kept) => kept.path))) {
    for (const { level, depth } of depths) steps.of({ level, path: path.slice(0, depth), wave: after.name });
  }
  for (const { path, response } of levels.includes('response') ? all : []) {
    steps.of({ level: 'response', path, response: response.id, wave: after.name });
  }
  return [...steps.all()];
}
