import type { CarriedFrom } from '../../response/response.js';
import type { ShownAnswer } from '../../rubric/derivation/derivation-tree.js';
import { shownAnswer } from '../../rubric/derivation/shown-answer.js';
import { questionsBehind } from '../../rubric/influence/questions-behind.js';
import { figureOf } from '../../rubric/next-band/next-band.js';
import type { Plan } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import { responsesBelow } from './adjustments-behind.js';
import type { Focus } from './focus.js';

/** An answer that a figure rests on, and that was given in another instrument. */
export interface CarriedBehind {
  /** The response in which it stands now. */
  readonly response: string;
  readonly question: string;
  readonly title: string;
  readonly answer: ShownAnswer;
  readonly from: CarriedFrom;
}

/** The answers from elsewhere that can move a unit's figure, by response, in file order. */
export function carriedBehind(plan: Plan, unit: Unit, id: string, kept: Focus): readonly CarriedBehind[] {
  const figure = figureOf(plan, id);
  if (figure === undefined) return [];
  const behind = questionsBehind(plan, figure);
  return responsesBelow(unit).flatMap((leaf) => {
    const response = kept.find(leaf);
    if (response === undefined) return [];
    return behind.flatMap((question) => {
      const { value, non_answer: none, carried } = response.answers[question.id] ?? {};
      if (carried === undefined) return [];
      const answer = shownAnswer(question, value === undefined ? (none ?? 'unanswered') : 'value', value);
      return [{ response: response.id, question: question.id, title: question.text, answer, from: carried }];
    });
  });
}
