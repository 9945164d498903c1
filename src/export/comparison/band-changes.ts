import { unitName } from '../../compare/comparison.js';
import { placesOf } from '../../compare/ranking/places.js';
import { bandOf } from '../../rubric/bands.js';
import { type Figure, longFigures } from './figure.js';
import type { Showing, Shown } from './shown.js';

/**
 * What reading the same answers by a second rubric changes: which units come into another band, or take another place. Bands are held
 * against each other where both rubrics have some of the same.
 */
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
    let isCompared = false;
    for (const figure of longFigures(first.comparison.plan)) {
      const twin = longFigures(other.comparison.plan).find(({ id }) => id === figure.id);
      if (twin === undefined) continue;
      const hasSame = figure.bands.some(({ id }) => twin.bands.some((band) => band.id === id));
      const [before, after] = [placed(first, figure), placed(other, twin)];
      for (const [at, unit] of first.rows.entries()) {
        const [from, to] = hasSame ? [bandLabel(first, at, figure), bandLabel(other, at, twin)] : [];
        if (from !== undefined || to !== undefined) isCompared = true;
        const [rankBefore, rankAfter] = [before[at]?.rank, after[at]?.rank];
        const moves = [
          ...(from === to ? [] : [`${from ?? 'no band'} → ${to ?? 'no band'}`]),
          ...(rankBefore === rankAfter ? [] : [`rank ${rankBefore ?? '–'} → ${rankAfter ?? '–'}`]),
        ];
        if (moves.length > 0) lines.push(`  ${unitName(unit)}, ${figure.title}: ${moves.join(', ')}`);
      }
    }
    const names = `${first.comparison.plan.rubric.title} → ${other.comparison.plan.rubric.title}`;
    if (lines.length > 0) return [`Changes of band, ${names}:`, ...lines];
    return [isCompared ? `No unit changes band: ${names}.` : `No band that is shown is in both: ${names}.`];
  });
}

function bandLabel({ rows }: Shown, at: number, { slot, bands }: Figure): string | undefined {
  return bandOf(rows[at]?.card.scores[slot] ?? Number.NaN, bands)?.label;
}
