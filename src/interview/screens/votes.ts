import type { Question } from '../../questionnaire/questionnaire.js';
import { isBetweenLevels, spreadOf, type Votes } from '../../response/spread.js';
import { itemsOf } from '../view/items.js';
import type { Setting } from '../view/step.js';
import { type Line, line, wrapped } from './line.js';

/** A bar has at most this many marks. */
const longestBar = 12;

/** How many voted for something, as a bar and a figure: a mark a vote, as long as there are not too many. */
export function barOf(count: number, most: number, mark: string): string {
  if (count === 0) return '';
  const length = most <= longestBar ? count : Math.max(1, Math.round((count / most) * longestBar));
  return `${mark.repeat(length)} ${count}`;
}

/** How many voted for each answer. */
export function countsOf(votes: Votes): ReadonlyMap<Votes[number], number> {
  const counts = new Map<Votes[number], number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  return counts;
}

/** What the room's votes come to, in a sentence or two. */
export function votesLines(
  setting: Setting,
  question: Question,
  votes: Votes,
  width: number,
): readonly Line[] {
  const { conversation } = setting;
  const { room } = conversation.state().draft;
  const of = room === undefined || room.count === votes.length ? '' : ` of ${room.count} people`;
  const spread = spreadOf(question, votes);
  const head = `${votes.length} ${votes.length === 1 ? 'vote' : 'votes'}${of}`;
  if (spread === undefined) return [line(`${head}.${otherVotes(question, votes)}`)];
  const { levelsApart, median, proposed, counts } = spread;
  const title = itemsOf(question).find(({ value }) => value === proposed);
  const level = title === undefined ? String(proposed) : `${title.key} ${title.title}`;
  const given = counts.filter((each) => each.votes > 0).length;
  const apart =
    given === 1
      ? ', all for one level'
      : `, ${levelsApart} ${levelsApart === 1 ? 'level' : 'levels'} apart, median ${median}`;
  const advice = isBetweenLevels(spread)
    ? ` The room says ${median}: agree on the lower level, ${level}, with a note of dissent; a agrees.`
    : ` Proposed: ${level}; a agrees.`;
  return wrapped(`${head}${apart}${withoutLevel(spread.withoutLevel)}.${advice}`, width);
}

function withoutLevel(count: number): string {
  return count === 0 ? '' : `, ${count} without a level`;
}

/** Votes on something that has no list of answers. */
function otherVotes(question: Question, votes: Votes): string {
  if (itemsOf(question).length > 0) return '';
  return ` ${[...countsOf(votes)].map(([vote, count]) => `${count} for ${vote === 'dont_know' ? "don't know" : vote}`).join(', ')}.`;
}
