import { byUnit, type UnitPlace } from '../unit-places.js';
import type { Wave } from './change.js';
import type { KeptAnswers } from './kept-answers.js';
import type { Pair } from './pairs.js';

/**
 * How many people stand behind a unit in two waves. A response may be from more people than it was, so that those who stayed are
 * counted in each wave for itself.
 */
export interface PeopleInWaves {
  /** Behind earlier responses that have no later one. */
  readonly left: number;
  /** Behind later responses that have no earlier one. */
  readonly came: number;
  /** Behind the earlier answers of responses of both waves. */
  readonly stayedBefore: number;
  /** Behind the later answers of responses of both waves. */
  readonly stayedAfter: number;
}

/** Counts them for every unit of some levels; `pairs` are those of the two waves. */
export function peopleInWaves(
  before: Wave,
  after: Wave,
  pairs: readonly Pair[],
  levels: readonly string[],
): (unit: UnitPlace) => PeopleInWaves {
  const counts = byUnit(() => ({ left: 0, came: 0, stayedBefore: 0, stayedAfter: 0 }));
  const count = ({ plan }: Wave, responses: readonly KeptAnswers[], which: keyof PeopleInWaves) => {
    for (const place of placesOf(responses, plan, levels)) {
      const found = counts.of(place);
      found[which] += place.people;
    }
  };
  const stayed = pairs.filter(({ own }) => own !== undefined);
  const were = new Set(stayed.flatMap(({ own }) => own ?? []));
  const are = new Set(stayed.map(({ later }) => later));
  const others = (all: readonly KeptAnswers[], except: ReadonlySet<KeptAnswers>) =>
    all.filter((kept) => !except.has(kept));
  count(before, [...were], 'stayedBefore');
  count(before, others(before.responses, were), 'left');
  count(after, [...are], 'stayedAfter');
  count(after, others(after.responses, are), 'came');
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
