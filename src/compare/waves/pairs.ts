import type { KeptAnswers } from './kept-answers.js';

/** A response of the later wave, and the earlier one of the same id in the same unit, where there is one. */
export interface Pair {
  readonly later: KeptAnswers;
  readonly own: KeptAnswers | undefined;
}

/** The responses of a later wave beside those of an earlier one. */
export function pairsOf(before: readonly KeptAnswers[], after: readonly KeptAnswers[]): readonly Pair[] {
  const earlier = new Map(before.map((kept) => [keyOf(kept), kept]));
  return after.map((later) => ({ later, own: earlier.get(keyOf(later)) }));
}

function keyOf({ path, response: { id } }: KeptAnswers): string {
  return `${path.join('\0')}\0${id}`;
}
