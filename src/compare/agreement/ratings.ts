import { type LevelQuestion, type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Resolved } from '../../response/resolve.js';
import { blankAnswer, type Response } from '../../response/response.js';
import { noUnit } from '../comparison.js';
import type { CountPeople } from '../small-groups.js';
import { type ByUnit, byUnit, type UnitPlace, unitsOfResponse } from '../unit-places.js';

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
  readonly questions: readonly QuestionRatings[];
  /** The same by the role of those who said it, where a role is asked. */
  readonly byRole: ReadonlyMap<string, readonly QuestionRatings[]>;
}

/** Counts ratings by unit while responses pass by. */
export interface RatingCounter {
  readonly add: (response: Response, resolved: Resolved) => void;
  readonly finish: () => readonly UnitRatings[];
}

export interface RatingOptions {
  readonly levels: readonly string[];
  /** The profile field that says who speaks. */
  readonly roles?: string | undefined;
  readonly people: CountPeople;
}

/** One tally for all questions of a unit, or of a role in it. */
interface Tally {
  /** Question after question. */
  readonly counts: Int32Array;
  readonly people: Int32Array;
  readonly dissent: Map<number, string[]>;
}

interface UnitTally extends Tally {
  readonly place: UnitPlace;
  readonly roles: Map<string, Tally>;
}

/** Responses of the same units, and of the same role. */
interface Group extends Tally {
  readonly places: readonly UnitPlace[];
  readonly role: string | number | undefined;
}

/** A question of levels, and where its counts begin. */
interface Rated {
  readonly question: LevelQuestion;
  readonly from: number;
  readonly places: ReadonlyMap<unknown, number>;
}

/**
 * Counts who chose which level, by the level's place on its scale. A workshop's votes stand for its answer; a vote that is a
 * non-answer is none. Every response counts, also one for which another of the preferred mode speaks in the scores.
 */
export function ratingCounter(questionnaire: Questionnaire, options: RatingOptions): RatingCounter {
  const rated = ratedQuestions(questionnaire);
  const last = rated.at(-1);
  const size = last === undefined ? 0 : last.from + last.places.size;
  const tally = (): Tally => ({
    counts: new Int32Array(size),
    people: new Int32Array(rated.length),
    dissent: new Map(),
  });
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const isApart = options.levels.includes('response');
  const placesOf = unitsOfResponse(questionnaire, options.levels);
  /** Those who say the same of themselves share a tally, whatever the number of levels they count for. */
  const groups = new Map<string, Group>();
  const groupOf = (response: Response): Group => {
    const role = options.roles === undefined ? undefined : response.profile[options.roles];
    let key = `${response.wave ?? ''}\0${role ?? ''}\0${isApart ? response.id : ''}`;
    for (const field of fields) key += `\0${response.profile[field] ?? noUnit}`;
    let found = groups.get(key);
    if (found === undefined) {
      found = { places: placesOf(response), role, ...tally() };
      groups.set(key, found);
    }
    return found;
  };
  return {
    add: (response, { values, states }) => {
      const group = groupOf(response);
      const people = options.people(response);
      // Most responses are no room's, and looking at each answer for votes takes as long as counting it.
      const answers = isOfRoom(response) ? response.answers : noAnswers;
      for (let i = 0; i < rated.length; i += 1) {
        const each = rated[i];
        if (each === undefined) continue;
        const { question, from, places } = each;
        if (states[question.index] === 'not_asked') continue;
        const { votes, dissent } = answers[question.id] ?? blankAnswer;
        if (dissent !== undefined) {
          group.dissent.set(i, [...(group.dissent.get(i) ?? []), dissent]);
        }
        if (votes === undefined) {
          // No value is no place either.
          const place = places.get(values[question.index]);
          if (place === undefined) continue;
          raise(group.counts, from + place, 1);
          raise(group.people, i, people);
          continue;
        }
        const chosen = placesIn(votes, places);
        for (const place of chosen) raise(group.counts, from + place, 1);
        raise(group.people, i, options.people(response, chosen.length));
      }
    },
    finish: () => {
      const units: ByUnit<UnitTally> = byUnit((place) => ({ place, roles: new Map(), ...tally() }));
      for (const group of groups.values()) {
        for (const unit of group.places.map(units.of)) {
          addTo(unit, group);
          if (group.role === undefined) continue;
          const ofRole = unit.roles.get(String(group.role)) ?? tally();
          unit.roles.set(String(group.role), ofRole);
          addTo(ofRole, group);
        }
      }
      return [...units.all()].map((unit) => ({
        place: unit.place,
        questions: ratingsOf(unit, rated),
        byRole: new Map([...unit.roles].map(([role, each]) => [role, ratingsOf(each, rated)])),
      }));
    },
  };
}

/** Apart from the loop over all answers, since what a closure in it refers to would be allocated for each of them. */
function placesIn(votes: readonly unknown[], places: Rated['places']): readonly number[] {
  return votes.flatMap((vote) => places.get(vote) ?? []);
}

const noAnswers: Response['answers'] = {};

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

function addTo(to: Tally, { counts, people, dissent }: Tally): void {
  for (let at = 0; at < counts.length; at += 1) raise(to.counts, at, counts[at] ?? 0);
  for (let i = 0; i < people.length; i += 1) raise(to.people, i, people[i] ?? 0);
  for (const [i, notes] of dissent) to.dissent.set(i, [...(to.dissent.get(i) ?? []), ...notes]);
}

function ratedQuestions({ questions }: Questionnaire): readonly Rated[] {
  let from = 0;
  return questions.flatMap((question) => {
    if (question.type !== 'level') return [];
    const places = new Map(question.scale.levels.map(({ value }, place) => [value, place]));
    const rated = { question, from, places };
    from += places.size;
    return [rated];
  });
}

function ratingsOf({ counts, people, dissent }: Tally, rated: readonly Rated[]): readonly QuestionRatings[] {
  return rated.map(({ question, from, places }, i) => ({
    question,
    counts: counts.subarray(from, from + places.size),
    people: people[i] ?? 0,
    dissent: dissent.get(i) ?? [],
  }));
}
