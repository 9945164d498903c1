import { expect, test } from 'vitest';
import { type Plan, type Question, resolve, scorer } from '../../src/index.js';
import { type AnswerValue, answersTo } from '../support/answers-to.js';
import { planOf } from '../support/definition.js';
import { instruments } from '../support/instruments.js';

/** Where an answer decides what else is asked, whoever is a step further is asked more, and has to be no worse for it. */
test.each(instruments)(
  '$path: a better answer lowers no part, whatever is asked because of it',
  ({ path }) => {
    const plan = planOf(path);
    const { questions } = plan.questionnaire;
    for (const question of questions) {
      const term = plan.terms.find((each) => each.question === question);
      if (term === undefined) continue;
      // All else at its best, and what is asked under a condition at its lowest: there a further question weighs most.
      const others = questions.flatMap((other) => {
        const best = extreme(plan, other, other.when === undefined);
        return other === question || best === undefined ? [] : [[other.id, { value: best }] as const];
      });
      const steps = answersTo(question).toSorted((one, other) => term.score(one) - term.score(other));
      const scores = steps.map((value) => scoresOf(plan, [...others, [question.id, { value }]]));
      for (const { id, slot } of plan.nodes.filter(({ kind }) => kind === 'dimension')) {
        const climbed = scores.map((each) => each[slot] ?? 0);
        expect({ question: question.id, id, climbed }).toEqual({
          question: question.id,
          id,
          climbed: climbed.toSorted((one, other) => one - other),
        });
      }
    }
  },
);

function scoresOf(plan: Plan, answers: readonly (readonly [string, { value: AnswerValue }])[]) {
  const given = resolve(plan.questionnaire, { answers: Object.fromEntries(answers), profile: {} });
  // To nine digits, so that sums in another order are the same.
  return [...scorer(plan)({ given, states: given.states }).scores].map((score) => Number(score.toFixed(9)));
}

function extreme(plan: Plan, question: Question, isBest: boolean): AnswerValue | undefined {
  const term = plan.terms.find((each) => each.question === question);
  const order = (value: AnswerValue) => (term?.score(value) ?? 0) * (isBest ? 1 : -1);
  return answersTo(question).toSorted((one, other) => order(other) - order(one))[0];
}
