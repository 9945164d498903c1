import { collector } from '../../../src/compare/collect.js';
import type { Comparison } from '../../../src/compare/comparison.js';
import { loadQuestionnaire } from '../../../src/questionnaire/load.js';
import { makePlan } from '../../../src/rubric/make-plan.js';
import type { Plan } from '../../../src/rubric/plan.js';
import { scorer } from '../../../src/rubric/score.js';
import { questionnaire } from '../privacy/support.js';

/** A plan of the small questionnaire of two dimensions, rolled up so. */
export function planOf(rollup: string, overall: string): Plan {
  const text = questionnaire({ rollup, overall });
  const loaded = loadQuestionnaire('q.yaml', { read: () => ({ text }), resolve: (_, path) => path });
  if (loaded.questionnaire === undefined) throw new Error('a questionnaire of the test');
  return makePlan(loaded.questionnaire, loaded.locator).plan;
}

export interface Answered {
  readonly organisation: string;
  readonly department: string;
  readonly values: readonly (number | undefined)[];
}

export function compared(plan: Plan, responses: readonly Answered[]): Comparison {
  const { add, finish } = collector(plan);
  const score = scorer(plan);
  for (const [i, { organisation, department, values }] of responses.entries()) {
    const profile = { organisation, department };
    const states = values.map((value) =>
      value === undefined ? ('unanswered' as const) : ('value' as const),
    );
    const card = score({ given: { values: [...values], profile }, states });
    add({ id: `r${i}`, profile }, card);
  }
  return finish();
}
