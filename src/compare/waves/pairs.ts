import type { KeptAnswers } from './kept-answers.js';

/** A response of the later wave, and the earlier one of the same id in the same unit, where there is one. */
export interface Pair {
  readonly later: KeptAnswers;
  readonly own: KeptAnswers | undefined;
}

/**
 * The responses of a later wave beside those of an earlier one. Units are those that have so many names, from the outermost in: who
 * moved from one to another within them is the same response, and all there is is one unit without a name.
 */
export function pairsOf(
  before: readonly KeptAnswers[],
  after: readonly KeptAnswers[],
  depth: number,
): readonly Pair[] {
  const keyOf = ({ path, response: { id } }: KeptAnswers) => [...path.slice(0, depth), id].join('\0');
  const earlier = new Map(before.map((kept) => [keyOf(kept), kept]));
  return after.map((later) => ({ later, own: earlier.get(keyOf(later)) }));
}
