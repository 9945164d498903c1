import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was most likely meant to be, or none where nothing is near enough to offer. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(word);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const d = typingErrors(typed, fold(candidate));
    if (d < least) [best, least] = [candidate, d];
  }
  return least <= Math.max(1, Math.floor(Math.min(word.length, 12) / 3)) ? best : undefined;
}

/** Letters to change, add or take away, where two neighbours that changed places count as one. */
function typingErrors(typed: string, meant: string): number {
  let least = distance(typed, meant);
  for (let i = 0; i + 1 < typed.length && least > 1; i++) {
    const swapped = `${typed.slice(0, i)}${typed[i + 1] ?? ''}${typed[i] ?? ''}${typed.slice(i + 2)}`;
    least = Math.min(least, 1 + distance(swapped, meant));
  }
  return least;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '_');
}
