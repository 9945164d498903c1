import { statusOf, type Unit } from '../../../compare/comparison.js';
import { nodeQuestions } from '../../../compare/node-questions.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Figure } from '../../comparison/figure.js';
import type { WhyAbsent } from '../../tables/absence.js';

/** Why units have no score that could be told: it is withheld of one of them, or it applies to none, or else too little was answered. */
export function whyNoScore(units: readonly Unit[], { slot }: Pick<Figure, 'slot'>): WhyAbsent {
  const all = units.map(({ card }) => statusOf(card, slot));
  if (all.includes('withheld')) return 'withheld';
  return all.length > 0 && all.every((status) => status === 'not_applicable')
    ? 'not_applicable'
    : 'insufficient';
}

/** Why a unit has no target: it is withheld, or none is asked for, or else nobody said one. */
export function whyNoTarget(
  { card }: Unit,
  { id, slot }: Pick<Figure, 'id' | 'slot'>,
  plan: Plan,
): WhyAbsent {
  if (card.withheld?.target.has(slot) === true) return 'withheld';
  const within = nodeQuestions(plan).find(({ node }) => node.id === id)?.questions;
  const isAsked = plan.questionnaire.questions.some(
    ({ index, ask }) => within?.has(index) === true && ask.includes('target'),
  );
  return isAsked ? 'insufficient' : 'not_applicable';
}

/** Why there is nothing beside a score, such as a low or a place: as of the score; where there is one, there is no such thing of it. */
export function whyNoneBeside(unit: Unit, figure: Pick<Figure, 'slot'>): WhyAbsent {
  return statusOf(unit.card, figure.slot) === 'scored' ? 'not_applicable' : whyNoScore([unit], figure);
}
