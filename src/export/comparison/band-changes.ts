import { type Comparison, unitKey, unitName } from '../../compare/comparison.js';
import { bandOf } from '../../rubric/bands.js';
import { longFigures } from './figure.js';
import { placesOf } from './wide.js';

/** What reading the same answers by a second rubric changes: which units come into another band, or take another place. */
export function rubricChanges(
  comparisons: readonly Comparison[],
  { levels, rank }: { readonly levels: readonly string[]; readonly rank: boolean },
): readonly string[] {
  const [first, ...others] = comparisons;
  if (first === undefined) return [];
  return others.flatMap((other) => {
    const lines: string[] = [];
    const index = new Map(other.units.map((unit, i) => [unitKey(unit), i]));
    for (const figure of longFigures(first.plan)) {
      const twin = longFigures(other.plan).find(({ id }) => id === figure.id);
      if (twin === undefined) continue;
      const before = rank ? placesOf(first, figure) : undefined;
      const after = rank ? placesOf(other, twin) : undefined;
      for (const [i, unit] of first.units.entries()) {
        if (!levels.includes(unit.level)) continue;
        const j = index.get(unitKey(unit)) ?? -1;
        const from = bandOf(unit.card.scores[figure.slot] ?? Number.NaN, figure.bands)?.label ?? 'no band';
        const to =
          bandOf(other.units[j]?.card.scores[twin.slot] ?? Number.NaN, twin.bands)?.label ?? 'no band';
        const moves = [
          ...(from === to ? [] : [`${from} → ${to}`]),
          ...(before?.get(i) === after?.get(j)
            ? []
            : [`rank ${before?.get(i) ?? '–'} → ${after?.get(j) ?? '–'}`]),
        ];
        if (moves.length > 0) lines.push(`  ${unitName(unit)}, ${figure.title}: ${moves.join(', ')}`);
      }
    }
    const names = `${first.plan.rubric.title} → ${other.plan.rubric.title}`;
    return lines.length === 0
      ? [`No unit changes band: ${names}.`]
      : [`Changes of band, ${names}:`, ...lines];
  });
}
