import type { Comparison, Unit } from '../../compare/comparison.js';
import { everyUnit } from '../../compare/comparison.js';
import { placesOf, type RankOptions } from '../../compare/ranking/places.js';
import { count, rankCell, text } from './cells.js';
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
    notes: [
      'Best and worst rank: the places that low and high of all units allow. Overlap: units that share a letter are not distinguishable, since their lows and highs overlap.',
      ...(options.strict ? ['Units that overlap, by themselves or through others, share a rank.'] : []),
      ...rankedNotes(rows),
    ],
  };
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
