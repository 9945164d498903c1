import type { Frame, Plan } from '../plan.js';
import type { Answers, Scorecard } from '../score.js';
import { doesApply } from './first-pass.js';

/** The frame in which a response was scored, as it is after all nodes: what its expressions and stages saw. */
export function frameOf(plan: Plan, { given, states }: Answers, card: Scorecard): Frame {
  const applies = new Uint8Array(plan.slots);
  for (const { slot, question } of [...plan.terms, ...plan.presences]) {
    const state = states[question.index] ?? 'unanswered';
    applies[slot] = doesApply(state, card.ungated[slot] ?? Number.NaN) ? 1 : 0;
  }
  for (const { slot } of plan.nodes) applies[slot] = card.status[slot] === 'not_applicable' ? 0 : 1;
  return { given, states, scores: card.ungated, applies, problems: [] };
}
