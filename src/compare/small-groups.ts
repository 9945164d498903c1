import type { Privacy } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';

/**
 * How many people a response is from, as the rule about small groups counts them; an official answer is from none. `voices`
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

/** What is from nobody, or from as many as there must be at least. */
export function mayShow(minGroup: number): MayShow {
  return (people) => people === 0 || people >= minGroup;
}
