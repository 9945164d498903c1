import { helpOf, textOf } from '../../finding/catalogue.js';
import type { Conversation } from '../conversation.js';
import type { Command } from '../session/command.js';
import type { Talk } from './talk.js';

/** Carries a command out, or says why not. */
export function told(talk: Talk, { tell }: Conversation, command: Command): boolean {
  const refusal = tell(command);
  if (refusal === undefined) return true;
  const help = helpOf(refusal);
  talk.say(`Not taken: ${textOf(refusal)}.`, ...(help === undefined ? [] : [help]));
  return false;
}
