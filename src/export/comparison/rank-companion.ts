import type { Comparison, Unit } from '../../compare/comparison.js';
import { everyUnit } from '../../compare/comparison.js';
import { placesOf, type RankOptions } from '../../compare/ranking/places.js';
import type { Plan } from '../../rubric/plan.js';
import { count, rankCell, text } from './cells.js';
import type { Figure } from './figure.js';
import type { Companion } from './shown.js';

/** Places: the rank itself, the best and the worst that the answers allow, and who cannot be told apart. */
export function rankCompanion({ plan }: Comparison, rows: readonly Unit[], options: RankOptions): Companion {
  return {
    columns: [
      { key: 'rank', title: 'Rank', kind: 'count' },
      { key: 'rank_best', title: 'Best rank', kind: 'count' },
      { key: 'rank_worst', title: 'Worst rank', kind: 'count' },
      { key: 'overlap', title: 'Overlap', kind: 'text' },
      { key: 'ranked', title: 'Ranked', kind: 'count', onlyLong: true },
    ],
    cells: (figure) =>
      placesOf(rows, figure, plan, options).map((place) => [
        rankCell(place?.rank),
        count(place?.best),
        count(place?.worst),
        text(place?.overlap ?? ''),
        count(place?.ranked),
      ]),
    notes: (figures) => [
      'Best and worst rank: the places that low and high of all units allow. Overlap: units that share a letter are not distinguishable, since their lows and highs overlap.',
      ...(options.strict ? strictNotes(rows, figures, plan) : []),
      ...rankedNotes(rows),
    ],
  };
}

/** From so many on one place is shared by units that need not overlap with one another. */
const manyTogether = 3;

/** That overlaps go on from one unit to the next, where that makes many share a place; and what would part them. */
function strictNotes(rows: readonly Unit[], figures: readonly Figure[], plan: Plan): readonly string[] {
  const shared = 'Units that overlap, by themselves or through others, share a rank.';
  const [most] = figures
    .flatMap((figure) => together(rows, figure, plan))
    .toSorted((one, other) => other.units - one.units);
  if (most === undefined || most.units < manyTogether) return [shared];
  const wave = most.wave === '' ? '' : `, ${most.wave}`;
  return [
    `${shared} From low to high one unit overlaps with the next, so that ${most.units} of ${most.ranked} share one place in ${most.title}${wave}. What parts them is that less is left open: fewer blanks and don’t knows, which coverage tells. How far the place of each is known, its best and worst rank say.`,
  ];
}

/** How many of those that are ranked together share one place by a figure: each place. */
function together(rows: readonly Unit[], figure: Figure, plan: Plan) {
  const places = new Map<string, { wave: string; title: string; ranked: number; units: number }>();
  for (const [at, place] of placesOf(rows, figure, plan, { strict: true }).entries()) {
    const row = rows[at];
    if (place === undefined || row === undefined) continue;
    const { rank, ranked } = place;
    const key = JSON.stringify([row.level, row.wave, rank]);
    const known = places.get(key) ?? { wave: row.wave, title: figure.title, ranked, units: 0 };
    places.set(key, { ...known, units: known.units + 1 });
  }
  return [...places.values()];
}

/** `Ranked among 198 of 2020, 197 of 2022.` Those without a score for a figure have no place in it. */
function rankedNotes(rows: readonly Unit[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { level, wave } of rows) {
    if (level === everyUnit) continue;
    const key = wave === '' ? level : `${level}, ${wave}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const each = [...sizes].map(([key, size]) => `${size} (${key})`);
  return each.length === 0 ? [] : [`Ranked among ${each.join('; ')}, as far as they have a score.`];
}
