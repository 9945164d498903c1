import type { Privacy } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';
import type { Leaf } from './comparison.js';

/**
 * How many people a response is from, of whom small groups must not be recognised; an official answer is from none. `voices`
 * are the votes on one question, which are from so many.
 */
export type CountPeople = (response: Pick<Response, 'official' | 'participants'>, voices?: number) => number;

/** Whether a figure, note or name may be shown that so many people stand behind. */
export type MayShow = (people: number) => boolean;

export function countPeople({ count }: Pick<Privacy, 'count'>): CountPeople {
  return ({ official, participants }, voices = participants?.count ?? 1) => {
    if (official === true) return 0;
    return count === 'people' ? voices : 1;
  };
}

/** The people of some responses. */
export function peopleOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, { unit }) => sum + unit.people, 0);
}

/** Whether people could be recognised in what is told of them. Who is nobody, as a body, cannot. */
export function isSmallGroup(people: number, minGroup: number): boolean {
  return people > 0 && people < minGroup;
}

export function mayShow(minGroup: number): MayShow {
  return (people) => !isSmallGroup(people, minGroup);
}
