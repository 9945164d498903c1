import type { Given } from '../../questionnaire/questionnaire.js';
import { reaches, round } from '../numerics.js';
import type { AnswerState, Frame, Plan, PlanGate, PlanNode, ScoreProblem } from '../plan.js';
import type { Answers, FiredGate, Status } from '../score.js';

/** Once through the tree: as it is, at its worst, at its best, or as wished. */
export interface Pass {
  readonly scores: Float64Array;
  readonly gated: Float64Array;
  readonly frame: { given: Given; states: readonly AnswerState[]; problems: ScoreProblem[] } & Frame;
}

export function makePass({ slots, gates, indices }: Plan): Pass {
  const scores = new Float64Array(slots).fill(Number.NaN);
  // Without gates and indices nothing tells the two apart.
  const gated = gates.length + indices.length === 0 ? scores : new Float64Array(slots).fill(Number.NaN);
  const given: Given = { values: [], profile: {} };
  return {
    scores,
    gated,
    frame: { given, states: [], scores, applies: new Uint8Array(slots), problems: [] },
  };
}

export function start({ frame }: Pass, { given, states }: Answers, problems: ScoreProblem[]): void {
  frame.given = given;
  frame.states = states;
  frame.problems = problems;
}

export function scoreNode(
  node: PlanNode,
  plan: Plan,
  pass: Pass,
  coverage: Float64Array,
  status: Status[],
): void {
  const { slot, minimum } = node;
  const { scores, frame } = pass;
  const { slots, shares } = node.coverage;
  let valued = 0;
  let applying = 0;
  for (let i = 0; i < slots.length; i++) {
    const term = slots[i] ?? 0;
    if (frame.applies[term] === 0) continue;
    const share = shares[i] ?? 0;
    applying += share;
    const score = scores[term] ?? Number.NaN;
    if (!Number.isNaN(score)) valued += share;
  }
  if (applying === 0) {
    scores[slot] = Number.NaN;
    coverage[slot] = Number.NaN;
    status[slot] = 'not_applicable';
    frame.applies[slot] = 0;
    return;
  }
  frame.applies[slot] = 1;
  const covered = valued === applying ? 1 : valued / applying;
  coverage[slot] = covered;
  const score = reaches(covered, minimum) ? rounded(node.evaluate(frame), plan) : Number.NaN;
  scores[slot] = score;
  status[slot] = Number.isNaN(score) ? 'insufficient' : 'scored';
}

/** The nodes of a pass that looks past coverage. */
export function evaluateNodes({ scores, frame }: Pass, plan: Plan): void {
  for (const node of plan.order) {
    const { slots } = node.coverage;
    let applies = false;
    for (let i = 0; i < slots.length && !applies; i++) applies = frame.applies[slots[i] ?? 0] === 1;
    frame.applies[node.slot] = applies ? 1 : 0;
    scores[node.slot] = applies ? rounded(node.evaluate(frame), plan) : Number.NaN;
  }
}

function rounded(score: number, { rounding }: Plan): number {
  return rounding.at === 'every_node' ? round(score, rounding.digits, rounding.mode) : score;
}

/** Gates read the ungated scores, and change only the node they are on. */
export function applyGates({ scores, gated, frame }: Pass, gates: readonly PlanGate[]): readonly FiredGate[] {
  if (gated === scores) return [];
  gated.set(scores);
  const fired: FiredGate[] = [];
  for (const gate of gates) {
    const from = gated[gate.on.slot] ?? Number.NaN;
    if (gate.expression.evaluate(frame) !== true) continue;
    const to = Math.min(from, gate.cap);
    gated[gate.on.slot] = to;
    fired.push({ gate, from, to });
  }
  return fired;
}
