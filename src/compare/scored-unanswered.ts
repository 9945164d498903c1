import type { AnswerState } from '../response/resolve.js';
import type { Plan } from '../rubric/plan.js';

/** The slots of nodes for which a response has a score and answers nothing: a rule for what is missing makes it. */
export type ScoredUnanswered = (
  scores: ArrayLike<number>,
  states: readonly AnswerState[],
) => ReadonlySet<number>;

export function scoredUnanswered({ nodes, terms, presences }: Plan): ScoredUnanswered {
  const questions = new Map([...terms, ...presences].map(({ slot, question }) => [slot, question.index]));
  const asked = nodes.map(({ slot, coverage }) => ({
    slot,
    within: [...new Set(coverage.slots.flatMap((below) => questions.get(below) ?? []))],
  }));
  return (scores, states) => {
    let found: Set<number> | undefined;
    for (const { slot, within } of asked) {
      if (within.length === 0 || Number.isNaN(scores[slot] ?? Number.NaN)) continue;
      let isAnswered = false;
      for (let i = 0; i < within.length && !isAnswered; i += 1) {
        isAnswered = states[within[i] ?? -1] === 'value';
      }
      if (isAnswered) continue;
      found ??= new Set();
      found.add(slot);
    }
    return found ?? nowhere;
  };
}

const nowhere: ReadonlySet<number> = new Set();
