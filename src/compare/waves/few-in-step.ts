import type { UnitPlace } from '../unit-places.js';
import { movedApart } from './movers.js';
import { fewInParts } from './people-in-parts.js';
import { poolingDepth } from './pooling.js';
import type { InWaves } from './standings.js';
import { toldFigures } from './told-figures.js';
import type { WaveStep } from './wave-step.js';

/** That the change of a unit from one wave to the next, in one figure or in all of them, is about few. */
export interface FewInChange {
  readonly place: UnitPlace;
  /** The earlier wave. */
  readonly from: string;
  /** The figure's id in the later wave; none where all figures are about few. */
  readonly node: string | undefined;
  readonly people: number;
}

/** The levels of units that are told of, and those of which somebody may know the scores besides; each a unit field or `response`. */
export interface LevelsKnown {
  readonly told: readonly string[];
  readonly known: readonly string[];
}

/**
 * Whom the matched change and the parts of a change are about, where that is few. A unit's are about the fewest in any unit in it, since
 * their scores tell what is left of the whole: of a department where all stayed, how those who stayed answered. So no whole is
 * told of which a part is withheld, and nothing is to be taken from it. Who moved within a unit that pools its responses stayed there, and
 * its departments tell them apart.
 */
export function fewInStep(
  step: WaveStep,
  { told, known }: LevelsKnown,
  isFew: (people: number) => boolean,
): readonly FewInChange[] {
  const { before, after, nodes } = step;
  const from = before.name;
  const figures = toldFigures(before.plan, nodes);
  const ids = new Map(nodes.map((node) => [node.before, node.id]));
  const found: FewInChange[] = [];
  const within = new Map<string, Fewest>();
  const noteIn = (path: readonly string[], few: Fewest): void => {
    for (let depth = 0; depth <= path.length; depth += 1) {
      const key = path.slice(0, depth).join('\0');
      within.set(key, lesser(within.get(key), few));
    }
  };
  const isLooked = (level: string) => told.includes(level) || known.includes(level);
  if (isLooked('response')) {
    for (const response of step.standings(before.plan.rollup.levels.length).responses) {
      const people = fewestOf([response], isFew);
      const kept = response.later ?? response.earlier;
      if (people === undefined || kept === undefined) continue;
      noteIn(kept.path, { inAll: people, bySlot: new Map() });
      const place = { level: 'response', path: kept.path, response: kept.response.id, wave: after.name };
      if (told.includes('response')) found.push({ place, from, node: undefined, people });
    }
  }
  const levels = after.plan.rollup.levels.flatMap(({ unit: level }, i) => {
    const pooledIn = poolingDepth({ level, path: [] }, before.plan, after.grouping);
    return isLooked(level) ? { level, depth: i + 1, pooledIn } : [];
  });
  for (const { level, depth, pooledIn } of levels.toReversed()) {
    const standings = step.standings(pooledIn);
    const fewIn = (members: readonly number[]): Fewest => ({
      inAll: fewestOf(
        members.flatMap((member) => standings.responses[member] ?? []),
        isFew,
      ),
      bySlot: fewInParts(members, standings, figures, isFew),
    });
    const inner = levels.filter((other) => other.pooledIn > pooledIn);
    for (const { path, members } of unitsAt(depth, standings.responses)) {
      noteIn(path, fewIn(members));
      for (const some of inner.flatMap((each) => movedApart(members, standings, each))) {
        noteIn(path, fewIn(some));
      }
      const fewest = within.get(path.join('\0'));
      if (fewest === undefined || !told.includes(level)) continue;
      const place = { level, path, wave: after.name };
      if (fewest.inAll !== undefined) {
        found.push({ place, from, node: undefined, people: fewest.inAll });
        continue;
      }
      for (const [slot, people] of fewest.bySlot) {
        found.push({ place, from, node: ids.get(slot), people });
      }
    }
  }
  return found;
}

/** The fewest people that the change of a unit is about, where they are few: in all figures, or by the slot of one. */
interface Fewest {
  readonly inAll: number | undefined;
  readonly bySlot: ReadonlyMap<number, number>;
}

function lesser(one: Fewest | undefined, other: Fewest): Fewest {
  if (one === undefined) return other;
  const bySlot = new Map(one.bySlot);
  for (const [slot, people] of other.bySlot) bySlot.set(slot, Math.min(people, bySlot.get(slot) ?? people));
  const all = [one.inAll, other.inAll].filter((people) => people !== undefined);
  return { inAll: all.length === 0 ? undefined : Math.min(...all), bySlot };
}

/** Of those who left, who came, and who stayed, as many as they were and as they are, the fewest that are few. */
function fewestOf(responses: readonly InWaves[], isFew: (people: number) => boolean): number | undefined {
  let [left, came, stayedBefore, stayedAfter] = [0, 0, 0, 0];
  for (const { earlier, later } of responses) {
    if (later === undefined) left += earlier?.people ?? 0;
    else if (earlier === undefined) came += later.people;
    else {
      stayedBefore += earlier.people;
      stayedAfter += later.people;
    }
  }
  const few = [left, came, stayedBefore, stayedAfter].filter(isFew);
  return few.length === 0 ? undefined : Math.min(...few);
}

/** The units whose names go so deep, each with the places of its responses. */
function unitsAt(
  depth: number,
  responses: readonly InWaves[],
): Iterable<{ readonly path: readonly string[]; readonly members: readonly number[] }> {
  const byKey = new Map<string, { readonly path: readonly string[]; readonly members: number[] }>();
  const byPath = new Map<readonly string[], number[]>();
  for (const [member, { earlier, later }] of responses.entries()) {
    const path = (later ?? earlier)?.path ?? [];
    const known = byPath.get(path);
    if (known !== undefined) {
      known.push(member);
      continue;
    }
    const outer = path.slice(0, depth);
    const unit = byKey.get(outer.join('\0')) ?? { path: outer, members: [] };
    byKey.set(outer.join('\0'), unit);
    byPath.set(path, unit.members);
    unit.members.push(member);
  }
  return byKey.values();
}
