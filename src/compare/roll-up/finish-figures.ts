import type { Frame, Plan, PlanGate, ScoreProblem } from '../../rubric/plan.js';
import type { FiredGate, Status } from '../../rubric/score.js';
import { evaluateIndex } from '../../rubric/scoring/first-pass.js';
import type { CardFigure, UnitCard } from '../comparison.js';

type FilledFigure = CardFigure | 'responses' | 'returned' | 'people';

/** A card while it is filled. */
export interface Filling extends Omit<UnitCard, FilledFigure>, Record<FilledFigure, Float64Array> {
  readonly status: Status[];
  readonly fired: FiredGate[];
}

/** Gates and indices of a unit, from the unit's own scores. */
export function finishFigures(
  card: Filling,
  path: readonly string[],
  plan: Plan,
  problems: ScoreProblem[],
): void {
  const frame = unitFrame(card.ungated, path, plan, problems);
  const gates = plan.gates.filter((gate) => gate.aboveResponses);
  if (gates.length > 0) for (const bound of [card.low, card.high]) gateBound(bound, gates, frame);
  for (const gate of gates) {
    if (gate.expression.evaluate(frame) !== true) continue;
    const { slot } = gate.on;
    const from = card.scores[slot] ?? Number.NaN;
    const to = Math.min(from, gate.cap);
    card.scores[slot] = to;
    card.fired.push({ gate, from, to });
  }
  for (const { on } of gates) widen(card, on.slot);
  for (const index of plan.indices) {
    const result = index.aboveResponses
      ? evaluateIndex(index, { ...frame, scores: card.scores })
      : Number.NaN;
    card.scores[index.slot] = result;
    card.status[index.slot] = Number.isNaN(result) ? 'insufficient' : 'scored';
  }
}

/** Gates on a unit's lows or highs, as they fire if the unit stands there; a node that has none stands at its score. */
function gateBound(bound: Float64Array, gates: readonly PlanGate[], frame: Frame): void {
  const scores = bound.map((figure, slot) =>
    Number.isNaN(figure) ? (frame.scores[slot] ?? figure) : figure,
  );
  const there = { ...frame, scores, problems: [] };
  for (const { on, cap, expression } of gates) {
    if ((bound[on.slot] ?? Number.NaN) > cap && expression.evaluate(there) === true) bound[on.slot] = cap;
  }
}

/** Low and high take in the score itself. */
function widen({ scores, low, high }: Filling, slot: number): void {
  const score = scores[slot] ?? Number.NaN;
  if ((low[slot] ?? Number.NaN) > score) low[slot] = score;
  if ((high[slot] ?? Number.NaN) < score) high[slot] = score;
}

/** What expressions see of a unit: its scores, and its own and outer names. */
export function unitFrame(
  scores: ArrayLike<number>,
  path: readonly string[],
  plan: Plan,
  problems: ScoreProblem[],
): Frame {
  const profile: Record<string, string> = {};
  for (const [i, { unit }] of plan.rollup.levels.entries()) {
    const name = path[i];
    if (name !== undefined) profile[unit] = name;
  }
  return {
    given: { values: [], profile },
    states: [],
    scores: scores instanceof Float64Array ? scores : Float64Array.from(scores),
    applies: new Uint8Array(plan.slots).fill(1),
    problems,
  };
}
