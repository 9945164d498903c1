import { meets } from '../bands.js';
import { reaches } from '../numerics.js';
import type { Frame, Member, Stage } from '../plan.js';

/** How a stage stands: the weighted share of its members that are met, none where no member applies. */
export interface StageResult {
  readonly stage: Stage;
  /** Whether it counts: it and all before it hold, and those before it hold for being under it. */
  readonly passed: boolean;
  /** Whether it holds by itself. */
  readonly holds: boolean;
  /** Whether it holds for being under a higher stage. */
  readonly holdsBelow: boolean;
  readonly share: number | undefined;
  readonly members: readonly MemberResult[];
}

export interface MemberResult {
  readonly member: Member;
  readonly applies: boolean;
  readonly met: boolean;
  /** Whether it reaches what it must once a higher stage is at stake. */
  readonly metBelow: boolean;
}

/**
 * The number of stages passed in a row from the first. A stage is passed when its members reach their thresholds in
 * its share, and those of every stage under it reach theirs for being under it.
 */
export function stagesPassed(stages: readonly Stage[], frame: Frame): number {
  let passed = 0;
  for (const [i, stage] of stages.entries()) {
    if (!holds(stage, false, frame)) break;
    if (!stages.slice(0, i).every((under) => holds(under, true, frame))) break;
    passed++;
  }
  return passed;
}

function holds(stage: Stage, under: boolean, frame: Frame): boolean {
  let met = 0;
  let total = 0;
  for (const member of stage.members) {
    if (!appliesTo(member, frame)) continue;
    total += member.weight;
    if (isMet(member, under, frame)) met += member.weight;
  }
  return total > 0 && reaches(met / total, stage.share);
}

/** Each stage as it stands by itself, for an explanation. */
export function stageResults(stages: readonly Stage[], frame: Frame): readonly StageResult[] {
  const passed = stagesPassed(stages, frame);
  return stages.map((stage, i) => {
    const members = stage.members.map((member) => ({
      member,
      applies: appliesTo(member, frame),
      met: isMet(member, false, frame),
      metBelow: isMet(member, true, frame),
    }));
    const applying = members.filter((entry) => entry.applies);
    const total = applying.reduce((sum, entry) => sum + entry.member.weight, 0);
    const met = applying.reduce((sum, entry) => sum + (entry.met ? entry.member.weight : 0), 0);
    return {
      stage,
      passed: i < passed,
      holds: holds(stage, false, frame),
      holdsBelow: holds(stage, true, frame),
      share: total === 0 ? undefined : met / total,
      members,
    };
  });
}

function appliesTo(member: Member, frame: Frame): boolean {
  if (frame.applies[member.slot] === 0) return false;
  if (member.question === undefined || member.excludes.length === 0) return true;
  const state = frame.states[member.question];
  // A worst or best case stands in for the non-answer, which then is none.
  if (!Number.isNaN(frame.scores[member.slot] ?? Number.NaN)) return true;
  return state === undefined || state === 'value' || !member.excludes.includes(state);
}

function isMet(member: Member, under: boolean, frame: Frame): boolean {
  const score = frame.scores[member.slot] ?? Number.NaN;
  return meets(score, under ? member.belowThreshold : member.threshold);
}
