import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was most likely meant to be, or none where nothing is near enough to offer. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(word);
  const most = Math.max(1, Math.floor(Math.min(word.length, 12) / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const meant = fold(candidate);
    if (Math.abs(meant.length - typed.length) > most) continue;
    const d = typingErrors(typed, meant, most);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}

/** Letters to change, add or take away, where two neighbours that changed places count as one; beyond `most` it is not exact. */
function typingErrors(typed: string, meant: string, most: number): number {
  let least = distance(typed, meant);
  // One such pair is two errors to the distance, and one here.
  if (least > most + 1) return least;
  for (let i = 0; i + 1 < typed.length && least > 1; i++) {
    const swapped = `${typed.slice(0, i)}${typed[i + 1] ?? ''}${typed[i] ?? ''}${typed.slice(i + 2)}`;
    least = Math.min(least, 1 + distance(swapped, meant));
  }
  return least;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '_');
}
