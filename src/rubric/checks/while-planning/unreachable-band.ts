import { meets } from '../../bands.js';
import { at6Digits } from '../../numerics.js';
import type { Plan } from '../../plan.js';
import type { RubricContext } from '../../rubric-context.js';
import { bandedIn } from '../banded.js';

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
