import { round } from '../rubric/numerics.js';
import type { Ranking, Rounding } from '../rubric/plan.js';

/**
 * Ranks of scores in descending order, in the order given; none for a score that is none.
 * `competition` 1, 2, 2, 4; `dense` 1, 2, 2, 3; `equals` 1, =2, =2, 4.
 */
export function ranks(
  scores: readonly number[],
  { on, ties }: Ranking,
  { digits, mode }: Rounding,
): readonly (string | undefined)[] {
  const figures = scores.map((score) => (on === 'rounded' ? round(score, digits, mode) : score));
  const present = figures.filter((figure) => !Number.isNaN(figure));
  const sorted = (ties === 'dense' ? [...new Set(present)] : present).sort((a, b) => b - a);
  return figures.map((figure) => {
    if (Number.isNaN(figure)) return undefined;
    const place = sorted.indexOf(figure) + 1;
    const tied = present.filter((other) => other === figure).length > 1;
    return ties === 'equals' && tied ? `=${place}` : String(place);
  });
}
