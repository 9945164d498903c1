import { type UnitChange, unitChanges, type Wave } from './change.js';
import type { NodePair } from './node-changes.js';
import { pairsOf } from './pairs.js';
import { poolingDepth } from './pooling.js';
import { type Standings, standingsKeeper } from './standings.js';
import type { AnswersBefore } from './translate.js';

/** All that is made of two waves, one after the other, under one rubric. */
export interface WaveStep {
  readonly before: Wave;
  readonly after: Wave;
  readonly nodes: readonly NodePair[];
  /** Of everything that rows stand for, what the later wave has first. */
  readonly changes: readonly UnitChange[];
  /** For rows whose responses are pooled in units of so many names. */
  readonly standings: (depth: number) => Standings;
}

/** The way from one wave to the next, by which responses are the same in both. */
interface Way {
  readonly changes: readonly UnitChange[];
  readonly standings: Standings;
}

export function waveStep(
  before: Wave,
  after: Wave,
  nodes: readonly NodePair[],
  asBefore: AnswersBefore,
): WaveStep {
  const byDepth = new Map<number, Way>();
  const byStayed = new Map<number, Way>();
  const wayAt = (depth: number): Way => {
    const known = byDepth.get(depth);
    if (known !== undefined) return known;
    const pairs = pairsOf(before.responses, after.responses, depth);
    // Who stayed in an inner unit stayed in the outer one: where as many did, nobody has moved.
    const stayed = pairs.filter(({ own }) => own !== undefined).length;
    const way = byStayed.get(stayed) ?? wayBy(pairs);
    byDepth.set(depth, way);
    byStayed.set(stayed, way);
    return way;
  };
  const wayBy = (pairs: ReturnType<typeof pairsOf>): Way => {
    const keeper = standingsKeeper(before, after, pairs, nodes);
    const changes = unitChanges(before, after, pairs, asBefore, keeper);
    return { changes, standings: keeper.finish() };
  };
  // The rows are the same, in the same order, on each way.
  const changes = wayAt(before.plan.rollup.levels.length).changes.map((change, i) => {
    const row = change.after ?? change.before;
    if (row === undefined) return change;
    return wayAt(poolingDepth(row, before.plan, after.grouping)).changes[i] ?? change;
  });
  return { before, after, nodes, changes, standings: (depth) => wayAt(depth).standings };
}
