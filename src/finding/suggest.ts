import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was most likely meant to be, or none where nothing is near enough to offer. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(word);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const d = distance(typed, fold(candidate));
    if (d < least) [best, least] = [candidate, d];
  }
  return least <= Math.max(1, Math.floor(Math.min(word.length, 12) / 3)) ? best : undefined;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '_');
}
