import { questionsBehind } from '../../rubric/influence/questions-behind.js';
import type { Plan } from '../../rubric/plan.js';
import type { NodePair } from './node-changes.js';
import type { ToldFigure } from './people-in-parts.js';

/** What the matched change and the parts of a change are told of: the figures of the earlier plan, each with those within it. */
export function toldFigures(plan: Plan, nodes: readonly NodePair[]): readonly ToldFigure[] {
  const madeOf = questionsBySlot(plan);
  const slots = nodes.flatMap(({ before }) => before ?? []);
  return slots.map((slot) => {
    const own = madeOf.get(slot) ?? none;
    const isWithin = (other: number): boolean => {
      const questions = madeOf.get(other) ?? none;
      return other !== slot && questions.size > 0 && [...questions].every((question) => own.has(question));
    };
    return { slot, within: slots.filter(isWithin) };
  });
}

const none: ReadonlySet<number> = new Set();

/** The questions that figures are made of, by `Question.index`. */
function questionsBySlot(plan: Plan): ReadonlyMap<number, ReadonlySet<number>> {
  const terms = new Map(
    [...plan.terms, ...plan.presences].map(({ slot, question }) => [slot, question.index]),
  );
  return new Map([
    ...plan.nodes.map(({ slot, coverage: { slots, shares } }) => {
      const counting = slots.filter((_, i) => shares[i] !== 0);
      return [slot, new Set(counting.flatMap((below) => terms.get(below) ?? []))] as const;
    }),
    ...plan.indices.map((index) => {
      return [index.slot, new Set(questionsBehind(plan, index).map((question) => question.index))] as const;
    }),
  ]);
}
