import { distance } from 'fastest-levenshtein';

/** What a finding offers instead of a word. */
export interface Suggestion {
  readonly suggestion?: string;
  /** One slip lies between the two, and no other candidate is as near: nothing else can have been meant. */
  readonly sure?: true;
}

/** The candidate that `word` was most likely meant to be, or none where nothing is near enough to offer. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates).best;
}

/** The same, unless another candidate is as near. */
export function suggestOnly(word: string, candidates: Iterable<string>): string | undefined {
  const { best, isAlone } = nearest(word, candidates);
  return isAlone ? best : undefined;
}

/** `{ suggestion }` and whether it is sure; or nothing. */
export function suggestion(word: string, candidates: Iterable<string>): Suggestion {
  const { best, least, isAlone } = nearest(word, candidates);
  if (best === undefined) return {};
  // Ids that differ by their numbers are different things: `step_3` is no slip for `step_2`.
  const sure = isAlone && least <= 1 && word.length > 3 && digitsOf(word) === digitsOf(best);
  return { suggestion: best, ...(sure ? { sure } : {}) };
}

interface Nearest {
  readonly best: string | undefined;
  readonly least: number;
  readonly isAlone: boolean;
}

function nearest(word: string, candidates: Iterable<string>): Nearest {
  const typed = fold(word);
  const most = Math.max(1, Math.floor(Math.min(word.length, 12) / 3));
  let best: string | undefined;
  let least = most + 1;
  let isAlone = true;
  for (const candidate of candidates) {
    const meant = fold(candidate);
    if (Math.abs(meant.length - typed.length) > most) continue;
    const d = typingErrors(typed, meant, most);
    if (d === least && candidate !== best) isAlone = false;
    if (d < least) [best, least, isAlone] = [candidate, d, true];
  }
  return { best, least, isAlone };
}

function digitsOf(word: string): string {
  return word.replace(/\D+/g, ' ').trim();
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
