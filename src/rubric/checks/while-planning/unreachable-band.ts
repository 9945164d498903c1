import type { RuleDescription } from '../../../questionnaire/checks/rule-description.js';
import { meets } from '../../bands.js';
import { at6Digits } from '../../numerics.js';
import type { RubricContext } from '../../plan/rubric-context.js';
import type { Plan } from '../../plan.js';
import { bandedIn } from '../banded.js';

/** A band that no score falls into. */
export const unreachableBand: RuleDescription<'unreachable-band'> = {
  id: 'unreachable-band',
  reason: `A band that starts above the highest possible score is promised and never reached, however good the answers; one that ends
below the lowest is never needed. Mostly bands were written for percentages and the scores run from 1 to 4. Both ends are known before any
answer is given.`,
  bad: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns the data?, scale: four }
rubric:
  method: mean
  bands:
    - { id: coping, label: Coping, from: 1 }
    - { id: leading, label: Leading, from: 60 }`,
  good: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns the data?, scale: four }
rubric:
  method: mean
  range: [1, 100]
  bands:
    - { id: coping, label: Coping, from: 1 }
    - { id: leading, label: Leading, from: 60 }`,
};

/** Of several bands beyond reach at one end, the one nearest to what can be reached. */
export function reportUnreachableBands(plan: Plan, { report, rubric }: RubricContext): void {
  for (const { node, bands, range, path } of bandedIn(plan, rubric)) {
    const { min, max } = range;
    const tell = (
      i: number,
      end: { readonly most: number } | { readonly to: number; readonly least: number },
    ) => {
      const band = bands[i];
      if (band === undefined) return;
      const { id, from, exclusive } = band;
      report('unreachable-band', [...path, i, exclusive ? 'above' : 'from'], {
        node,
        band: id,
        from,
        ...end,
      });
    };
    const above = bands.findIndex((band) => !meets(max, band));
    if (above >= 0) tell(above, { most: at6Digits(max) });
    const below = bands.findLastIndex((_, i) => {
      const next = bands[i + 1];
      return next !== undefined && meets(min, next);
    });
    const next = bands[below + 1];
    if (below >= 0 && next !== undefined) tell(below, { to: next.from, least: at6Digits(min) });
  }
}
