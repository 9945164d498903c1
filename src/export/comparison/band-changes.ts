import { unitName } from '../../compare/comparison.js';
import { placesOf } from '../../compare/ranking/places.js';
import { bandOf } from '../../rubric/bands.js';
import { type Figure, longFigures } from './figure.js';
import type { Showing, Shown } from './shown.js';

/** What reading the same answers by a second rubric changes: which units come into another band, or take another place. */
export function rubricChanges(
  { byRubric }: Pick<Showing, 'byRubric'>,
  rank: { readonly strict: boolean } | undefined,
): readonly string[] {
  const [first, ...others] = byRubric;
  if (first === undefined) return [];
  const placed = ({ rows, comparison }: Shown, figure: Figure) =>
    rank === undefined ? [] : placesOf(rows, figure, comparison.plan, rank);
  return others.flatMap((other) => {
    const lines: string[] = [];
    for (const figure of longFigures(first.comparison.plan)) {
      const twin = longFigures(other.comparison.plan).find(({ id }) => id === figure.id);
      if (twin === undefined) continue;
      const [before, after] = [placed(first, figure), placed(other, twin)];
      for (const [at, unit] of first.rows.entries()) {
        const [from, to] = [bandLabel(first, at, figure), bandLabel(other, at, twin)];
        const [rankBefore, rankAfter] = [before[at]?.rank, after[at]?.rank];
        const moves = [
          ...(from === to ? [] : [`${from} → ${to}`]),
          ...(rankBefore === rankAfter ? [] : [`rank ${rankBefore ?? '–'} → ${rankAfter ?? '–'}`]),
        ];
        if (moves.length > 0) lines.push(`  ${unitName(unit)}, ${figure.title}: ${moves.join(', ')}`);
      }
    }
    const names = `${first.comparison.plan.rubric.title} → ${other.comparison.plan.rubric.title}`;
    return lines.length === 0
      ? [`No unit changes band: ${names}.`]
      : [`Changes of band, ${names}:`, ...lines];
  });
}

function bandLabel({ rows }: Shown, at: number, { slot, bands }: Figure): string {
  return bandOf(rows[at]?.card.scores[slot] ?? Number.NaN, bands)?.label ?? 'no band';
}
