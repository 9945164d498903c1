import { expect, test } from 'vitest';
import { type Plan, resolve, scorer } from '../../src/index.js';
import { answersTo } from '../support/answers-to.js';
import { planOf } from '../support/definition.js';
import { instruments } from '../support/instruments.js';

test.each(instruments)(
  '$path: its best answers reach the top of every part, its lowest the bottom',
  ({ path }) => {
    const plan = planOf(path);
    const parts = plan.nodes.filter(({ kind, range }) => kind === 'dimension' && range !== undefined);
    const top = scoresBy(plan, (score, best) => score > best);
    const bottom = scoresBy(plan, (score, lowest) => score < lowest);
    for (const { id, slot, range } of parts) {
      expect({ id, top: top[slot], bottom: bottom[slot] }).toEqual({
        id,
        top: expect.closeTo(range?.max ?? 0, 9),
        bottom: expect.closeTo(range?.min ?? 0, 9),
      });
    }
  },
);

/** Scores where every question is given the answer that is preferred for its score, and the first where it has none. */
function scoresBy(plan: Plan, prefer: (score: number, to: number) => boolean): Float64Array {
  const { questionnaire, terms } = plan;
  const answers = questionnaire.questions.map((question) => {
    const [first, ...others] = answersTo(question);
    const term = terms.find((each) => each.question === question);
    if (first === undefined) return [question.id, {}] as const;
    const value = others.reduce(
      (chosen, other) =>
        term !== undefined && prefer(term.score(other), term.score(chosen)) ? other : chosen,
      first,
    );
    return [question.id, { value }] as const;
  });
  const given = resolve(questionnaire, { answers: Object.fromEntries(answers), profile: {} });
  return scorer(plan)({ given, states: given.states }).scores.slice();
}
