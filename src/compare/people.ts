import type { Privacy } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';
import type { Leaf } from './comparison.js';

/** How many people a response is about, of whom small groups must not be recognised: none where a body answers as such. */
export function peopleIn(
  { official, participants }: Pick<Response, 'official' | 'participants'>,
  { count }: Privacy,
): number {
  if (official === true) return 0;
  return count === 'people' ? Math.max(1, participants?.count ?? 1) : 1;
}

/** Whether people could be recognised in what is told of them. Who is nobody, as a body, cannot. */
export function isSmallGroup(people: number, minGroup: number): boolean {
  return people > 0 && people < minGroup;
}

/** The people of some responses. */
export function peopleOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, { unit }) => sum + unit.people, 0);
}
