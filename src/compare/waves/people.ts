import { unitKey } from '../comparison.js';
import type { UnitPlace } from '../unit-places.js';
import { keptKey, type Wave } from './change.js';
import type { KeptAnswers } from './kept-answers.js';

/** How many people stand behind a unit in the earlier wave, in the later one, and in both. */
export interface PeopleInWaves {
  readonly before: number;
  readonly after: number;
  readonly both: number;
}

/** Counts them for every unit of two waves. */
export function peopleInWaves(before: Wave, after: Wave): (unit: UnitPlace) => PeopleInWaves {
  const earlier = new Set(before.responses.map(keptKey));
  const counts = {
    before: countIn(before, before.responses),
    after: countIn(after, after.responses),
    both: countIn(
      after,
      after.responses.filter((kept) => earlier.has(keptKey(kept))),
    ),
  };
  return (unit) => {
    const key = unitKey({ ...unit, wave: '' });
    return {
      before: counts.before.get(key) ?? 0,
      after: counts.after.get(key) ?? 0,
      both: counts.both.get(key) ?? 0,
    };
  };
}

function countIn({ plan }: Wave, responses: readonly KeptAnswers[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const levels = plan.rollup.levels.map(({ unit }) => unit);
  for (const { path, people, response } of responses) {
    const count = (unit: Omit<UnitPlace, 'wave'>) => {
      const key = unitKey({ ...unit, wave: '' });
      counts.set(key, (counts.get(key) ?? 0) + people);
    };
    for (const [i, level] of levels.entries()) count({ level, path: path.slice(0, i + 1) });
    count({ level: 'response', path, response: response.id });
  }
  return counts;
}
