import type { Question } from '../../questionnaire/questionnaire.js';
import type { Adjustment, Said } from '../../response/adjustment.js';
import type { ShownAnswer } from '../../rubric/derivation/derivation-tree.js';
import { shownAnswer } from '../../rubric/derivation/shown-answer.js';
import { questionsBehind } from '../../rubric/influence/questions-behind.js';
import { figureOf } from '../../rubric/next-band/next-band.js';
import type { Plan } from '../../rubric/plan.js';
import type { Unit } from '../comparison.js';
import type { Focus } from './focus.js';

/** An adjustment of an answer that a figure rests on. */
export interface AdjustmentBehind extends Omit<Adjustment, 'from' | 'to'> {
  /** The response whose answer it is. */
  readonly response: string;
  readonly title: string;
  readonly from: ShownAnswer;
  readonly to: ShownAnswer;
}

/** The adjustments of all answers that can move a unit's figure, by response, each in the order in which it was made. */
export function adjustmentsBehind(
  plan: Plan,
  unit: Unit,
  id: string,
  kept: Focus,
): readonly AdjustmentBehind[] {
  const figure = figureOf(plan, id);
  if (figure === undefined) return [];
  const behind = new Map(questionsBehind(plan, figure).map((question) => [question.id, question]));
  return responsesBelow(unit).flatMap((leaf) => {
    const response = kept.find(leaf);
    return (response?.adjustments ?? []).flatMap((adjustment) => {
      const question = behind.get(adjustment.question);
      if (response === undefined || question === undefined) return [];
      const { from, to, version } = adjustment;
      // What was said in another version is not called as in this one.
      const shown = (said: Said) =>
        version === undefined ? shownSaid(question, said) : { ...shownSaid(question, said), label: null };
      return {
        ...adjustment,
        response: response.id,
        title: question.text,
        from: shown(from),
        to: shown(to),
      };
    });
  });
}

/** The responses that a unit is made of. */
export function responsesBelow(unit: Unit): readonly Unit[] {
  return unit.response === undefined ? unit.children.flatMap(responsesBelow) : [unit];
}

function shownSaid(question: Question, { value, non_answer: none }: Said): ShownAnswer {
  return shownAnswer(question, value === undefined ? (none ?? 'unanswered') : 'value', value);
}
