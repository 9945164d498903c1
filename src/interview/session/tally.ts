import { type Finding, finding } from '../../finding/finding.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { type RemarksDraft, readRemark, remarksOf } from '../../response/read-remark.js';
import type { ResponseReader } from '../../response/read-response.js';
import type { Votes } from '../../response/spread.js';

/** Whether a room can vote on it. */
export function isVotedOn(question: Question): boolean {
  return remarksOf(question).includes('votes');
}

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
