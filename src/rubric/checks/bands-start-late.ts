import { within } from '../../questionnaire/checks/asked.js';
import { defineRule } from '../../questionnaire/checks/check-rule.js';
import { meets } from '../bands.js';
import type { Band, PlanNode } from '../plan.js';
import type { Range } from '../range.js';
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
  *check({ plan, questionnaire, locator }) {
    const { body, origin } = questionnaire.rubric;
    const overall = plan.nodes.find(({ kind }) => kind === 'overall');
    let said = false;
    for (const node of plan.nodes) {
      if (node.kind !== 'overall' && node.kind !== 'dimension') continue;
      const entry = node.kind === 'overall' ? body.overall : body.dimensions?.[node.id];
      const own = typeof entry === 'object' && entry.bands !== undefined;
      if (node.method.kind === 'staged' && !own) continue;
      // Bands of the whole rubric are judged by the overall score, or by the first node where there is none.
      if (!own && (overall === undefined ? said : node !== overall)) continue;
      const at = own ? [...pathOf(node), 'bands'] : ['bands'];
      const late = gap(node.bands, node.range);
      if (late === undefined) continue;
      said ||= !own;
      const key = late.exclusive ? 'above' : 'from';
      yield { place: locator.place(within(origin, ...at, 0, key)), args: { node: node.id, ...late } };
    }
    for (const { id, bands, range } of plan.indices) {
      const late = gap(bands, range);
      if (late === undefined) continue;
      const i = (body.indices ?? []).findIndex((index) => index.id === id);
      const place = locator.place(within(origin, 'indices', i, 'bands', 0));
      yield { place, args: { node: id, ...late } };
    }
  },
});

function pathOf({ kind, id }: PlanNode): readonly string[] {
  return kind === 'overall' ? ['overall'] : ['dimensions', id];
}

/** The lowest band and the lowest score, where the score lies below the band. */
function gap(
  [first]: readonly Band[],
  range: Range | undefined,
): { from: number; lowest: number; exclusive: boolean } | undefined {
  if (first === undefined || range === undefined || meets(range.min, first)) return undefined;
  return { from: first.from, lowest: Number(range.min.toPrecision(6)), exclusive: first.exclusive };
}
