import { within } from '../../questionnaire/checks/asked.js';
import { defineRule } from '../../questionnaire/checks/check-rule.js';
import { meets } from '../bands.js';
import { at6Digits } from '../numerics.js';
import type { Band } from '../plan.js';
import type { Range } from '../range.js';
import { bandedIn } from './banded.js';
import type { PlanContext } from './plan-context.js';

/** Bands that leave the lowest scores without one. */
export const bandsStartLate = defineRule<'bands-start-late', PlanContext>({
  id: 'bands-start-late',
  reason: `A score below the lowest band has no band at all: an empty cell in every table, and nothing to say to those
who need it most. The lowest possible score is known before any answer is given.`,
  bad: `rubric:
  range: [0, 100]
  bands:
    - { id: coping, label: Coping, from: 20 }
    - { id: leading, label: Leading, from: 60 }`,
  good: `rubric:
  range: [0, 100]
  bands:
    - { id: coping, label: Coping, from: 0 }
    - { id: leading, label: Leading, from: 60 }`,
  *check({ plan, questionnaire: { rubric }, locator }) {
    for (const { node, bands, range, path } of bandedIn(plan, rubric)) {
      const late = gap(bands, range);
      if (late === undefined) continue;
      const key = late.exclusive ? 'above' : 'from';
      yield { place: locator.place(within(rubric.origin, ...path, 0, key)), args: { node, ...late } };
    }
  },
});

/** The lowest band and the lowest score, where the score lies below the band. */
function gap(
  [first]: readonly Band[],
  range: Range,
): { from: number; lowest: number; exclusive: boolean } | undefined {
  if (first === undefined || meets(range.min, first)) return undefined;
  return { from: first.from, lowest: at6Digits(range.min), exclusive: first.exclusive };
}
