import { type UnitChange, unitChanges, type Wave } from './change.js';
import type { NodePair } from './node-changes.js';
import { pairsOf } from './pairs.js';
import { type Standings, standingsKeeper } from './standings.js';
import type { AnswersBefore } from './translate.js';

/** All that is made of two waves, one after the other, under one rubric. */
export interface WaveStep {
  readonly before: Wave;
  readonly after: Wave;
  readonly nodes: readonly NodePair[];
  /** Of everything that rows stand for, what the later wave has first. */
  readonly changes: readonly UnitChange[];
  readonly standings: Standings;
}

export function waveStep(
  before: Wave,
  after: Wave,
  nodes: readonly NodePair[],
  asBefore: AnswersBefore,
): WaveStep {
  const pairs = pairsOf(before.responses, after.responses);
  const keeper = standingsKeeper(before, after, pairs, nodes);
  const changes = unitChanges(before, after, pairs, asBefore, keeper);
  return { before, after, nodes, changes, standings: keeper.finish() };
}
