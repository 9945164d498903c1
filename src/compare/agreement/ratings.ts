import type { LevelQuestion, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Resolved } from '../../response/resolve.js';
import { blankAnswer, type Response } from '../../response/response.js';
import type { Key } from '../grouping/key.js';
import type { RowPlaces } from '../grouping/row-places.js';
import { rowTally } from '../grouping/row-tally.js';
import type { CountPeople } from '../small-groups.js';
import type { UnitPlace } from '../unit-places.js';

/** How often each level of a question was chosen in a unit: by a response, or by each vote of a workshop. */
export interface QuestionRatings {
  readonly question: LevelQuestion;
  /** By the level's place on the scale, lowest first. */
  readonly counts: ArrayLike<number>;
  /** Those whom small-group rules count behind them. */
  readonly people: number;
  readonly dissent: readonly string[];
}

/** What was said in one unit about questions of levels. */
export interface UnitRatings {
  readonly place: UnitPlace;
  /** Those whom small-group rules count in it, whatever they answer. */
  readonly people: number;
  readonly questions: readonly QuestionRatings[];
  /** The same by the role of those who said it, where a role is asked. */
  readonly byRole: ReadonlyMap<string, RoleRatings>;
}

export type RoleRatings = Pick<UnitRatings, 'people' | 'questions'>;

/** Counts ratings by unit while responses pass by. */
export interface RatingCounter {
  readonly add: (response: Response, resolved: Resolved) => void;
  readonly finish: (places: RowPlaces) => readonly UnitRatings[];
}

export interface RatingOptions {
  readonly keys: readonly Key[];
  /** The profile field that says who speaks. */
  readonly roles?: string | undefined;
  readonly people: CountPeople;
}

/** One tally for all questions of a unit, or of a role in it. */
interface Tally {
  /** Whatever they answer. */
  everybody: number;
  /** Question after question. */
  readonly counts: Int32Array;
  readonly people: Int32Array;
  readonly dissent: Map<number, string[]>;
}

/** One for each role; for whoever names none, where no role is asked too, under `undefined`. */
type RoleTallies = Map<string | undefined, Tally>;

/** A question of levels, the values of these, lowest first, and where its counts begin. */
interface Rated {
  readonly question: LevelQuestion;
  readonly index: number;
  readonly levels: readonly unknown[];
  readonly from: number;
}

/**
 * Counts who chose which level, by the level's place on its scale. A workshop's votes stand for its answer; a vote that is a
 * non-answer is none. Every response counts, also one for which another of the preferred mode speaks in the scores.
 */
export function ratingCounter(questionnaire: Questionnaire, options: RatingOptions): RatingCounter {
  const rated = ratedQuestions(questionnaire);
  const last = rated.at(-1);
  const size = last === undefined ? 0 : last.from + last.levels.length;
  const tally = (): Tally => ({
    everybody: 0,
    counts: new Int32Array(size),
    people: new Int32Array(rated.length),
    dissent: new Map(),
  });
  const tallyOf = (roles: RoleTallies, role: string | undefined): Tally => {
    const found = roles.get(role) ?? tally();
    roles.set(role, found);
    return found;
  };
  const tallies = rowTally<RoleTallies>(questionnaire, options.keys, {
    make: () => new Map(),
    addTo: (to, roles) => {
      for (const [role, each] of roles) addTo(tallyOf(to, role), each);
    },
  });
  const roleOf = ({ profile }: Response): string | undefined => {
    const role = options.roles === undefined ? undefined : profile[options.roles];
    return role === undefined ? undefined : String(role);
  };
  return {
    add: (response, { values, states }) => {
      const group = tallyOf(tallies.of(response), roleOf(response));
      const people = options.people(response);
      group.everybody += people;
      // Most responses are no room's, and looking at each answer for votes takes as long as counting it.
      const answers = isOfRoom(response) ? response.answers : undefined;
      for (let i = 0; i < rated.length; i += 1) {
        const each = rated[i];
        if (each === undefined || states[each.index] === 'not_asked') continue;
        const { question, index, from, levels } = each;
        const { votes, dissent } = answers?.[question.id] ?? blankAnswer;
        if (dissent !== undefined) {
          group.dissent.set(i, [...(group.dissent.get(i) ?? []), dissent]);
        }
        if (votes === undefined) {
          // No value is no level either.
          const place = levels.indexOf(values[index]);
          if (place < 0) continue;
          raise(group.counts, from + place, 1);
          raise(group.people, i, people);
          continue;
        }
        const chosen = placesIn(votes, levels);
        for (const place of chosen) raise(group.counts, from + place, 1);
        raise(group.people, i, options.people(response, chosen.length));
      }
    },
    finish: (places) =>
      tallies.rows(places).map(({ place, tally: roles }) => {
        const all = tally();
        for (const each of roles.values()) addTo(all, each);
        return {
          place,
          people: all.everybody,
          questions: ratingsOf(all, rated),
          byRole: new Map(
            [...roles].flatMap(([role, each]) =>
              role === undefined
                ? []
                : [[role, { people: each.everybody, questions: ratingsOf(each, rated) }] as const],
            ),
          ),
        };
      }),
  };
}

/** Apart from the loop over all answers, since what a closure in it refers to would be allocated for each of them. */
function placesIn(votes: readonly unknown[], levels: Rated['levels']): readonly number[] {
  return votes.map((vote) => levels.indexOf(vote)).filter((place) => place >= 0);
}

/** Whether anything in it was voted on or dissented from. */
function isOfRoom({ answers }: Response): boolean {
  for (const id in answers) {
    const answer = answers[id];
    if (answer?.votes !== undefined || answer?.dissent !== undefined) return true;
  }
  return false;
}

function raise(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function addTo(to: Tally, { everybody, counts, people, dissent }: Tally): void {
  to.everybody += everybody;
  for (let at = 0; at < counts.length; at += 1) raise(to.counts, at, counts[at] ?? 0);
  for (let i = 0; i < people.length; i += 1) raise(to.people, i, people[i] ?? 0);
  for (const [i, notes] of dissent) to.dissent.set(i, [...(to.dissent.get(i) ?? []), ...notes]);
}

function ratedQuestions({ questions }: Questionnaire): readonly Rated[] {
  let from = 0;
  return questions.flatMap((question) => {
    if (question.type !== 'level') return [];
    const levels = question.scale.levels.map(({ value }) => value);
    const rated = { question, index: question.index, levels, from };
    from += levels.length;
    return [rated];
  });
}

function ratingsOf({ counts, people, dissent }: Tally, rated: readonly Rated[]): readonly QuestionRatings[] {
  return rated.map(({ question, from, levels }, i) => ({
    question,
    counts: levels.map((_, place) => counts[from + place] ?? 0),
    people: people[i] ?? 0,
    dissent: dissent.get(i) ?? [],
  }));
}
