import { within } from '../../questionnaire/checks/asked.js';
import { defineRule } from '../../questionnaire/checks/check-rule.js';
import { type Dimension, type Question, questionsBelow } from '../../questionnaire/questionnaire.js';
import { overallShares } from '../influence/overall-shares.js';
import type { PlanContext } from './plan-context.js';

/** Weights that make a question next to nothing. */
export const questionCountsLittle = defineRule<'question-counts-little', PlanContext>({
  id: 'question-counts-little',
  reason: `A question that makes up less than 1 % of the overall score costs respondents as much time as any other, and no
answer to it can be seen in the result. Reported where weights bring it about: not in a questionnaire so long that an even
share is as small, and not for a weight of 0, which says so openly.`,
  bad: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, weight: 200 }
      - { id: register, text: Is there a register?, scale: four, weight: 1 }`,
  good: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, weight: 2 }
      - { id: register, text: Is there a register?, scale: four, weight: 1 }`,
  *check({ plan, questionnaire, locator }) {
    const overall = plan.nodes.find(({ kind }) => kind === 'overall');
    if (overall?.method.kind !== 'combining') return;
    const shares = overallShares(plan) ?? new Map();
    // Half of an even share is still no matter of weights.
    const least = Math.min(0.01, 0.5 / Math.max(1, shares.size));
    for (const { part, id, share, questions } of light(questionnaire.dimensions, shares, least)) {
      const place = locator.place(within(part.origin, 'weight'));
      yield { place, args: { id, share: Number((share * 100).toPrecision(2)), questions } };
    }
  },
});

interface Light {
  readonly part: Dimension | Question;
  readonly id: string;
  readonly share: number;
  readonly questions: number;
}

/** The questions that count less than `least`; a dimension that does so as a whole stands for those in it. */
function* light(
  dimensions: readonly Dimension[],
  shares: ReadonlyMap<string, number>,
  least: number,
): Generator<Light> {
  for (const dimension of dimensions) {
    const below = questionsBelow(dimension).filter(({ id }) => (shares.get(id) ?? 0) > 0);
    const share = below.reduce((sum, { id }) => sum + (shares.get(id) ?? 0), 0);
    if (share > 0 && share < least) {
      yield { part: dimension, id: dimension.id, share, questions: below.length };
      continue;
    }
    yield* light(dimension.dimensions, shares, least);
    for (const question of dimension.questions) {
      const own = shares.get(question.id) ?? 0;
      if (own > 0 && own < least) yield { part: question, id: question.id, share: own, questions: 1 };
    }
  }
}
