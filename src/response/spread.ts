import type { Question } from '../questionnaire/questionnaire.js';
import type { Remarks } from './response.js';

export type Votes = NonNullable<Remarks['votes']>;

/** How far a room is of one mind about a question of levels. */
export interface Spread {
  /** Votes for a level. */
  readonly n: number;
  /** Votes that are non-answers. */
  readonly withoutLevel: number;
  /** How many voted for each level of the scale, lowest first. */
  readonly counts: readonly { readonly value: number; readonly votes: number }[];
  /** Of the votes for a level, by value; of an even number the mean of the middle two. */
  readonly median: number;
  /** How many levels of the scale lie between the lowest and the highest vote. */
  readonly levelsApart: number;
  /** The level to agree on where nobody argues: the median, or the lower level where it falls between two. */
  readonly proposed: number;
}

/** The spread of votes about levels; none where nobody voted for one, or where the question has no levels. */
export function spreadOf(question: Question, votes: Votes): Spread | undefined {
  if (question.type !== 'level') return undefined;
  const values = question.scale.levels.map(({ value }) => value);
  const levels = votes.flatMap((vote) => (typeof vote === 'number' ? [vote] : [])).sort((a, b) => a - b);
  const [low, high] = [levels[0], levels.at(-1)];
  const half = levels.length / 2;
  const [below, above] = [levels[Math.ceil(half) - 1], levels[Math.floor(half)]];
  if (low === undefined || high === undefined || below === undefined || above === undefined) return undefined;
  const median = (below + above) / 2;
  return {
    n: levels.length,
    withoutLevel: votes.length - levels.length,
    counts: values.map((value) => ({ value, votes: levels.filter((level) => level === value).length })),
    median,
    levelsApart: values.indexOf(high) - values.indexOf(low),
    proposed: values.findLast((value) => value <= median) ?? low,
  };
}

/** Votes that lie so many levels apart are worth a note of dissent. */
export const levelsOfDissent = 2;

/** Whether the room says, as it were, two and a half: the lower level is proposed then. */
export function isBetweenLevels({ median, proposed }: Spread): boolean {
  return median !== proposed;
}

/** Whether who sees it otherwise should be heard, and noted. */
export function isDivided(spread: Spread): boolean {
  return spread.levelsApart >= levelsOfDissent || isBetweenLevels(spread);
}

/** Whether an answer is no level that lies between the lowest and the highest vote. */
export function isOutsideVotes({ counts }: Spread, value: unknown): boolean {
  const voted = counts.filter(({ votes }) => votes > 0).map((each) => each.value);
  const [low, high] = [voted[0], voted.at(-1)];
  return typeof value !== 'number' || low === undefined || high === undefined || value < low || value > high;
}
