import { byUnit, type UnitPlace } from '../unit-places.js';
import type { Wave } from './change.js';
import type { KeptAnswers } from './kept-answers.js';
import type { Pair } from './pairs.js';

/** How many people stand behind a unit in the earlier wave, in the later one, and in both. */
export interface PeopleInWaves {
  readonly before: number;
  readonly after: number;
  readonly both: number;
}

/** Counts them for every unit of some levels; `pairs` are those of the two waves. */
export function peopleInWaves(
  before: Wave,
  after: Wave,
  pairs: readonly Pair[],
  levels: readonly string[],
): (unit: UnitPlace) => PeopleInWaves {
  const counts = byUnit(() => ({ before: 0, after: 0, both: 0 }));
  const count = ({ plan }: Wave, responses: readonly KeptAnswers[], when: keyof PeopleInWaves) => {
    for (const place of placesOf(responses, plan, levels)) {
      const found = counts.of(place);
      found[when] += place.people;
    }
  };
  count(before, before.responses, 'before');
  count(after, after.responses, 'after');
  count(
    after,
    pairs.flatMap(({ later, own }) => (own === undefined ? [] : [later])),
    'both',
  );
  return (unit) => counts.of({ ...unit, wave: '' });
}

/** Units that responses count for, with the people of some of those: all of one path go together. */
function* placesOf(
  responses: readonly KeptAnswers[],
  { rollup }: Wave['plan'],
  levels: readonly string[],
): Generator<UnitPlace & { readonly people: number }> {
  const depths = rollup.levels.flatMap(({ unit: level }, i) =>
    levels.includes(level) ? [{ level, depth: i + 1 }] : [],
  );
  const byPath = new Map<readonly string[], number>();
  for (const { path, people } of responses) byPath.set(path, (byPath.get(path) ?? 0) + people);
  for (const [path, people] of byPath) {
    for (const { level, depth } of depths) yield { level, path: path.slice(0, depth), wave: '', people };
  }
  if (!levels.includes('response')) return;
  for (const { path, people, response } of responses) {
    yield { level: 'response', path, response: response.id, wave: '', people };
  }
}
