import type { Conversation } from '../conversation.js';
import type { Talk } from './talk.js';
import { told } from './told.js';

/** Asks who is in the room: `8`, or `8 manager, member`; false where there are no more lines. */
export async function askRoom(talk: Talk, conversation: Conversation, first?: string): Promise<boolean> {
  let line = first;
  for (;;) {
    line ??= await talk.ask('Who is here? How many, and in which roles, as 8 manager, member:');
    if (line === undefined) return false;
    const room = readRoom(line);
    if (room === undefined) talk.say('Begin with a number: how many people are in the room.');
    else if (told(talk, conversation, { do: 'room', ...room })) return true;
    line = undefined;
  }
}

/** A count of people, and roles with commas between. */
function readRoom(line: string): { readonly count: number; readonly roles: readonly string[] } | undefined {
  const found = /^\s*(\d{1,4})\b[\s:,;-]*(.*)$/.exec(line);
  if (found === null) return undefined;
  const roles = (found[2] ?? '')
    .split(/[,;]/)
    .map((role) => role.trim())
    .filter((role) => role !== '');
  return { count: Number(found[1]), roles: [...new Set(roles)] };
}
