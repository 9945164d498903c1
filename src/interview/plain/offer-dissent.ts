import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import { isDivided, isOutsideVotes, spreadOf } from '../../response/spread.js';
import type { Conversation } from '../conversation.js';
import type { Talk } from './talk.js';
import { told } from './told.js';

/** Asks who sees it otherwise, where the votes lie far apart or the answer lies outside them; false where there are no more lines. */
export async function offerDissent(
  talk: Talk,
  conversation: Conversation,
  question: Question,
): Promise<boolean> {
  const { votes, dissent, value } = answerIn(conversation.state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  if (spread === undefined || dissent !== undefined) return true;
  if (!isDivided(spread) && !isOutsideVotes(spread, value)) return true;
  for (;;) {
    const line = await talk.ask('Who sees it otherwise, and why? (Enter for nothing)');
    if (line === undefined) return false;
    const command = { do: 'remark', question: question.id, key: 'dissent', written: line } as const;
    if (line.trim() === '' || told(talk, conversation, command)) return true;
  }
}
