import type { Unit } from '../../compare/comparison.js';

/** What people are beside responses, where some stand for several. */
export function peopleNotes(units: readonly Pick<Unit, 'people' | 'size'>[]): readonly string[] {
  return units.some(({ people, size }) => people > size)
    ? [
        'Responses and people are not the same: a workshop is one response, and as many people as took part in it.',
      ]
    : [];
}

/** Why counts of few may be told for release, where those they are among are many. */
export const smallCountsNote =
  'Counts of 1 or 2 are no breach where many answered: that one of forty said so is told of all forty, and nobody knows of whom.';
