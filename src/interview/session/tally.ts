import { type Finding, finding } from '../../finding/finding.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { type RemarksDraft, readRemark } from '../../response/read-remark.js';
import type { ResponseReader } from '../../response/read-response.js';
import type { Remarks } from '../../response/response.js';

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

/** Votes that lie so many levels apart are worth a note of dissent. */
export const levelsOfDissent = 2;

const times = /^(\d{1,3})\s*[x×*]\s*(\S+)$/iu;
const unknownMark = /^[d?]$/iu;
const mostVotes = 500;

/**
 * Reads a room's votes as they are called out: `2 2 3 3 3 4`, or `2x2 3x3 4` (how many, then for what), `d` for don't know.
 * Commas count as spaces. Each vote is read as an answer to the question is; a blank gives no votes.
 */
export function readTally(reader: ResponseReader, question: Question, text: string): Votes | Finding {
  const place = { file: 'interview' };
  const name = `${question.id}__votes`;
  const votes: unknown[] = [];
  for (const part of text
    .trim()
    .replace(/(\d)\s*([x×*])\s*/giu, '$1$2')
    .split(/[\s,;]+/)) {
    if (part === '') continue;
    const several = times.exec(part);
    const [count, vote] = several === null ? [1, part] : [Number(several[1]), several[2] ?? ''];
    if (count + votes.length > mostVotes) return finding('too-many-votes', place, { name, most: mostVotes });
    const meant = unknownMark.test(vote) ? 'dont_know' : vote;
    for (let i = 0; i < count; i += 1) votes.push(meant);
  }
  const answers = reader.byId.get(question.id);
  if (answers === undefined) return [];
  const draft: RemarksDraft = {};
  return readRemark(answers, reader.barriers, 'votes', votes, { place, name }, draft) ?? draft.votes ?? [];
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
