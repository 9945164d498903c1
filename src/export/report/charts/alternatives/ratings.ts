import type { RatingsRow } from '../ratings.js';
import { greatest } from './words.js';

export function ratingsAlternative(rows: readonly RatingsRow[], levels: readonly string[]): string {
  const rated = rows.filter(({ counts }) => counts.some((count) => count > 0));
  const furthest = greatest(rated, ({ counts }) => deviation(counts));
  if (furthest === undefined) return 'No ratings are shown.';
  const used = levels.filter((_, level) => (furthest.counts[level] ?? 0) > 0);
  const [lowest = '', highest = lowest] = [used.at(0), used.at(-1)];
  if (lowest === highest) return 'All who rated a question rated it alike.';
  return `People are furthest apart on ${furthest.name.replace(/,$/, '')}, from “${lowest}” to “${highest}”.`;
}

/** The standard deviation of the levels' places. */
function deviation(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, level) => sum + count * level, 0) / all;
  return Math.sqrt(counts.reduce((sum, count, level) => sum + count * (level - mean) ** 2, 0) / all);
}
