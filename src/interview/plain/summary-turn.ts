import { didYouMean } from '../../finding/words.js';
import type { Conversation, Ending } from '../conversation.js';
import { carryOut } from './carry-out.js';
import { readLine } from './read-line.js';
import { reviewLines, sectionLines } from './summary-lines.js';
import type { Talk } from './talk.js';
import { told } from './told.js';

/** Shows what a section has come to. */
export async function summaryTurn(talk: Talk, conversation: Conversation): Promise<Ending | undefined> {
  const { interview, state } = conversation;
  const { at } = state();
  const section = interview.sections.find((each) => at.at === 'summary' && each.id === at.id);
  if (section !== undefined) talk.say(...sectionLines(conversation, section));
  return between(talk, conversation, 'Enter goes on; back, go WORDS, or quit:', 'forward');
}

/** Shows everything before the response is written. */
export async function reviewTurn(talk: Talk, conversation: Conversation): Promise<Ending | undefined> {
  talk.say(...reviewLines(conversation));
  return between(talk, conversation, 'finish writes the response; back, open, go WORDS, or quit:', undefined);
}

/** Between questions every line is a command. */
async function between(
  talk: Talk,
  conversation: Conversation,
  prompt: string,
  onEnter: 'forward' | undefined,
): Promise<Ending | undefined> {
  for (;;) {
    const line = await talk.ask(prompt);
    if (line === undefined) return 'interrupted';
    const read = readLine(conversation.interview.reader, undefined, line);
    if (read.kind === 'unknown-word') {
      talk.say(`There is no command ${read.word}${didYouMean(read.suggestion)}. Type help for all of them.`);
      continue;
    }
    if (read.kind !== 'command') {
      if (onEnter === undefined) continue;
      if (told(talk, conversation, { do: onEnter })) return undefined;
      continue;
    }
    const outcome = await carryOut(talk, conversation, undefined, read.action, read.rest);
    if (outcome !== 'stay') return outcome === 'moved' ? undefined : outcome;
  }
}
