import type { Plan } from './plan.js';
import type { Scorecard } from './score.js';

/** One line of how a figure came about, for a finding. */
export function explainBriefly(_plan: Plan, _card: Scorecard, _id: string): string {
  return '';
}
