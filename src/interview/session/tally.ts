import { freeAnswerHint } from '../../export/form/words.js';
import { type Finding, finding } from '../../finding/finding.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { type RemarksDraft, readRemark, remarksOf } from '../../response/reading/read-remark.js';
import type { ResponseReader } from '../../response/reading/read-response.js';
import type { Votes } from '../../response/spread.js';

/** Whether a room can vote on it. */
export function isVotedOn(question: Question): boolean {
  return remarksOf(question).includes('votes');
}

const times = /^(\d{1,3})\s*[x×*]\s*(\S+)$/iu;
const unknownMark = /^[d?]$/iu;
const mostVotes = 500;
const place = { file: 'interview' };

/**
 * Reads a room's votes as they are called out: `2 2 3 3 3 4`, or `2x2 3x3 4` (how many, then for what), `d` for don't know.
 * Options are voted for by their numbers. Commas count as spaces. Each vote is read as an answer to the question is; a blank gives no votes.
 */
export function readTally(reader: ResponseReader, question: Question, text: string): Votes | Finding {
  const answers = reader.byId.get(question.id);
  if (answers === undefined) return [];
  const name = `${question.id}__votes`;
  const votes: Votes[number][] = [];
  for (const part of text
    .trim()
    .replace(/(\d)\s*([x×*])\s*/giu, '$1$2')
    .split(/[\s,;]+/)) {
    if (part === '') continue;
    const several = times.exec(part);
    const [count, vote] = several === null ? [1, part] : [Number(several[1]), several[2] ?? ''];
    if (count + votes.length > mostVotes) return finding('too-many-votes', place, { name, most: mostVotes });
    const read: RemarksDraft = {};
    const written = [unknownMark.test(vote) ? 'dont_know' : meantBy(question, vote)];
    if (readRemark(answers, reader.barriers, 'votes', written, { place, name }, read) !== undefined)
      return noVote(question, vote);
    for (let i = 0; i < count; i += 1) votes.push(...(read.votes ?? []));
  }
  return votes;
}

/** A number stands for the option that is listed under it. */
function meantBy(question: Question, vote: string): string {
  const option =
    question.type === 'choice' && /^\d+$/.test(vote) ? question.options[Number(vote) - 1] : undefined;
  return option?.id ?? vote;
}

function noVote(question: Question, found: string): Finding {
  const allowed = votesOn(question);
  return finding('vote-unknown', place, {
    found,
    allowed,
    hasUnknown: question.nonAnswers.includes('dont_know'),
  });
}

/** What can be voted for, in the room's words. */
function votesOn(question: Question): string {
  switch (question.type) {
    case 'level':
      return `${question.scale.levels[0]?.value} to ${question.scale.levels.at(-1)?.value}`;
    case 'choice':
      return `1 to ${question.options.length}`;
    case 'yes_no':
      return 'yes or no, 1 or 0';
    default:
      return freeAnswerHint(question) ?? 'an answer to the question';
  }
}
