import { exceeds, reaches } from '../numerics.js';
import type { Plan } from '../plan.js';
import type { RubricContext } from '../rubric-context.js';

/** Warns of bands and of a written maximum that no answers can reach. */
export function checkReach(plan: Plan, { report, rubric, questionnaire }: RubricContext): void {
  for (const node of plan.nodes) {
    if (node.range === undefined || node.kind === 'theme' || node.kind === 'cell') continue;
    const { max } = node.range;
    const entry = node.kind === 'overall' ? rubric.body.overall : rubric.body.dimensions?.[node.id];
    const own = typeof entry === 'object' && entry.bands !== undefined;
    if (node.method.kind === 'staged' && !own) continue;
    // Bands of the whole rubric are checked on the overall score, where they matter most, or on all where there is none.
    if (!own && node.kind !== 'overall' && plan.nodes.some(({ kind }) => kind === 'overall')) continue;
    for (const [i, band] of node.bands.entries()) {
      const reachable = band.exclusive ? exceeds(max, band.from) : reaches(max, band.from);
      if (reachable) continue;
      const path = !own
        ? ['bands', i]
        : node.kind === 'overall'
          ? ['overall', 'bands', i]
          : ['dimensions', node.id, 'bands', i];
      report('unreachable-band', path, {
        node: node.id,
        band: band.id,
        from: band.from,
        reachable: Number(max.toPrecision(6)),
      });
      break;
    }
  }
  if (questionnaire.questions.length === 0) return;
  for (const term of plan.terms) {
    const { question, answers } = term;
    if (question.type !== 'choices' || question.combine !== 'sum' || rubric.body.range !== undefined)
      continue;
    const total = question.options.reduce((sum, option) => sum + Math.max(option.score ?? 0, 0), 0);
    if (total > answers.max) {
      report('unreachable-maximum', [], { node: question.id, max: total, reachable: answers.max });
    }
  }
}
