import { offersWords } from '../../export/form/carried-words.js';
import { and, count } from '../../finding/words.js';
import type { Conversation, Ending, FrontEnd, FrontEndOptions, Offer } from '../conversation.js';
import { questionAt } from '../session/interview.js';
import { askProfile } from './ask-profile.js';
import { askRoom } from './ask-room.js';
import { questionTurn } from './question-turn.js';
import { reviewTurn, summaryTurn } from './summary-turn.js';
import { type PlainIo, type Talk, talkOver } from './talk.js';

/**
 * An interview in plain lines: no cursor is moved and no key is waited for, so that screen readers, odd terminals and
 * scripts can hold it. Lines are answers, or commands as words (`words.ts`).
 */
export function plainFrontEnd(io: PlainIo, options: FrontEndOptions): FrontEnd {
  const talk = talkOver(io);
  return {
    offer: (unfinished) => offer(talk, unfinished),
    hold: (conversation) => hold(talk, conversation, options),
  };
}

async function offer(talk: Talk, unfinished: readonly Offer[]): Promise<number | 'new' | 'interrupted'> {
  talk.say(
    `There ${unfinished.length === 1 ? 'is an interview' : 'are interviews'} that ${unfinished.length === 1 ? 'was' : 'were'} not finished:`,
    ...unfinished.map(({ who, wave, answered, last }, i) => {
      const parts = [
        who,
        wave === undefined ? '' : `wave ${wave}`,
        `${count(answered, 'answer')}`,
        last.slice(0, 16),
      ];
      return `  ${i + 1}  ${parts.filter((part) => part !== '').join(', ')}`;
    }),
  );
  for (;;) {
    const line = await talk.ask('Which one to go on with? Its number, or new:');
    if (line === undefined) return 'interrupted';
    const word = line.trim().toLowerCase();
    if (word === 'new' || word === '') return 'new';
    const place = /^\d+$/.test(word) ? Number(word) - 1 : -1;
    if (unfinished[place] !== undefined) return place;
    talk.say(`${word} is none of them.`);
  }
}

async function hold(talk: Talk, conversation: Conversation, options: FrontEndOptions): Promise<Ending> {
  const { interview, state } = conversation;
  talk.say(
    interview.questionnaire.title,
    ...(interview.questionnaire.notice === undefined ? [] : [interview.questionnaire.notice]),
  );
  talk.say(...setAsideLines(conversation));
  if (!(await askProfile(talk, conversation, options))) return 'interrupted';
  const offers = conversation.offers();
  if (offers !== undefined) talk.say(offersWords(offers));
  if (
    interview.mode === 'workshop' &&
    state().draft.room === undefined &&
    !(await askRoom(talk, conversation))
  ) {
    return 'interrupted';
  }
  for (;;) {
    const question = questionAt(interview, state());
    const ending = await (question === undefined
      ? state().at.at === 'review'
        ? reviewTurn(talk, conversation)
        : summaryTurn(talk, conversation)
      : questionTurn(talk, conversation, question));
    if (ending !== undefined) return ending;
  }
}

/** What became of answers to questions that have changed since. */
function setAsideLines({ setAside, interview }: Conversation): readonly string[] {
  if (setAside.length === 0) return [];
  const again = setAside.filter(({ because }) => because !== 'gone').map(({ question }) => question);
  const gone = setAside.filter(({ because }) => because === 'gone').map(({ question }) => question);
  return [
    `The questionnaire has changed since (${interview.questionnaire.version}).`,
    ...(again.length === 0 ? [] : [`Asked again, since they mean something else now: ${and(again)}.`]),
    ...(gone.length === 0 ? [] : [`Not asked any more: ${and(gone)}. Their answers stay in the journal.`]),
  ];
}
