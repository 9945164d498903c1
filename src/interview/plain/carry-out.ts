import { textOf } from '../../finding/catalogue.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { AnswerValue, RemarkKey } from '../../response/response.js';
import { isOutsideVotes, spreadOf } from '../../response/spread.js';
import { yesNoOf } from '../../response/texts/plain-values.js';
import type { Conversation, Ending } from '../conversation.js';
import { readTally } from '../session/tally.js';
import { askRoom } from './ask-room.js';
import { findStop } from './find-stop.js';
import { offerDissent } from './offer-dissent.js';
import { reviewLines } from './summary-lines.js';
import type { Talk } from './talk.js';
import { told } from './told.js';
import { type WordAction, words } from './words.js';

/** What a command came to: the same question is asked further, another one is to be shown, or it is over. */
type Outcome = 'stay' | 'moved' | Ending;

/** Does what a word says, at a question or between two. */
export async function carryOut(
  talk: Talk,
  conversation: Conversation,
  question: Question | undefined,
  action: WordAction,
  rest: string,
): Promise<Outcome> {
  switch (action.does) {
    case 'back':
    case 'forward':
    case 'next-open': {
      const before = conversation.state().at;
      if (!told(talk, conversation, { do: action.does })) return 'stay';
      if (conversation.state().at !== before) return 'moved';
      talk.say(action.does === 'next-open' ? 'Nothing is open.' : 'There is nothing further.');
      return 'stay';
    }
    case 'go': {
      const to = findStop(conversation, rest);
      if (to === undefined) {
        talk.say(
          rest === ''
            ? 'Say where: go 12, or go with words of the question.'
            : `No question or section has these words: ${rest}`,
        );
        return 'stay';
      }
      return told(talk, conversation, { do: 'go', to }) ? 'moved' : 'stay';
    }
    case 'review':
      return told(talk, conversation, { do: 'go', to: { at: 'review' } }) ? 'moved' : 'stay';
    case 'room':
      return (await askRoom(talk, conversation, rest === '' ? undefined : rest)) ? 'stay' : 'interrupted';
    case 'summary':
      talk.say(...reviewLines(conversation));
      return 'stay';
    case 'help':
      talk.say(...helpLines());
      return 'stay';
    case 'leave':
      return 'left';
    case 'finish':
      return told(talk, conversation, { do: 'finish' }) ? 'finished' : 'stay';
    case 'same':
    case 'carry':
    case 'decline':
    case 'remark':
    case 'guidance':
      if (question !== undefined) return atQuestion(talk, conversation, question, action, rest);
      talk.say('That belongs to a question: go back to one first.');
      return 'stay';
  }
}

async function atQuestion(
  talk: Talk,
  conversation: Conversation,
  question: Question,
  action: Extract<
    WordAction,
    { does: 'same' | 'carry' } | { does: 'decline' } | { does: 'remark' } | { does: 'guidance' }
  >,
  rest: string,
): Promise<Outcome> {
  const { id } = question;
  switch (action.does) {
    case 'decline': {
      if (!told(talk, conversation, { do: 'decline', question: id, as: action.as })) return 'stay';
      return told(talk, conversation, { do: 'forward' }) ? 'moved' : 'stay';
    }
    case 'same': {
      const earlier = conversation.earlier(id)?.answer;
      if (earlier?.non_answer !== undefined)
        return atQuestion(talk, conversation, question, { does: 'decline', as: earlier.non_answer }, '');
      if (earlier?.value === undefined) {
        talk.say('There is no answer of last time.');
        return 'stay';
      }
      if (!told(talk, conversation, { do: 'answer', question: id, written: earlier.value })) return 'stay';
      return told(talk, conversation, { do: 'forward' }) ? 'moved' : 'stay';
    }
    case 'carry': {
      const carried = conversation.offers()?.answers.get(id);
      if (carried === undefined) {
        talk.say('No answer from elsewhere is at hand.');
        return 'stay';
      }
      const isTaken = await isTakenAllTheSame(talk, conversation, question, carried.answer.value);
      if (isTaken !== 'taken') return isTaken;
      if (!told(talk, conversation, { do: 'carry', question: id, carried })) return 'stay';
      if (!(await offerDissent(talk, conversation, question))) return 'interrupted';
      return told(talk, conversation, { do: 'forward' }) ? 'moved' : 'stay';
    }
    case 'guidance':
      talk.say(question.guidance ?? 'There is no guidance for this question.');
      return 'stay';
    case 'remark':
      return remark(talk, conversation, question, action.key, rest);
  }
}

/** What was said elsewhere and lies outside the room's votes is asked about once. */
async function isTakenAllTheSame(
  talk: Talk,
  { state }: Conversation,
  question: Question,
  value: AnswerValue | undefined,
): Promise<'taken' | 'stay' | 'interrupted'> {
  const { votes } = answerIn(state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  if (spread === undefined || !isOutsideVotes(spread, value)) return 'taken';
  const line = await talk.ask('That lies outside the votes of the room. Take it all the same? yes or no:');
  if (line === undefined) return 'interrupted';
  return yesNoOf(line) === true ? 'taken' : 'stay';
}

async function remark(
  talk: Talk,
  conversation: Conversation,
  question: Question,
  key: RemarkKey,
  rest: string,
): Promise<Outcome> {
  const { interview } = conversation;
  if (key !== 'note' && key !== 'votes' && key !== 'dissent' && !question.ask.some((each) => each === key)) {
    talk.say(`This question asks for no ${key.replace('_', ' ')}.`);
    return 'stay';
  }
  if (key === 'barriers' && rest === '')
    talk.say(...interview.questionnaire.barriers.map(({ id, label }) => `  ${id}  ${label}`));
  const text = rest !== '' ? rest : await linesUntilPoint(talk, key === 'note' || key === 'best_practice');
  if (text === undefined) return 'interrupted';
  const written = key === 'votes' ? readTally(interview.reader, question, text) : text;
  if (typeof written === 'object' && 'rule' in written) {
    talk.say(`Not taken: ${textOf(written)}.`);
    return 'stay';
  }
  if (!told(talk, conversation, { do: 'remark', question: question.id, key, written })) return 'stay';
  talk.say('Kept.');
  if (key !== 'best_practice' || text.trim() === '') return 'stay';
  return contact(talk, conversation, question);
}

/** Whether a best practice may be passed on, and whom to ask. */
async function contact(talk: Talk, conversation: Conversation, question: Question): Promise<Outcome> {
  const share = await talk.ask('May others be told? yes or no:');
  if (share === undefined) return 'interrupted';
  told(talk, conversation, { do: 'remark', question: question.id, key: 'share', written: share });
  const whom = await talk.ask('Whom can they ask? A role (Enter for nobody):');
  if (whom === undefined) return 'interrupted';
  told(talk, conversation, { do: 'remark', question: question.id, key: 'contact', written: whom });
  return 'stay';
}

async function linesUntilPoint(talk: Talk, several: boolean): Promise<string | undefined> {
  if (!several) return talk.ask('Text (Enter takes back what was there):');
  talk.say('Lines, and then a line with nothing but a point:');
  const lines: string[] = [];
  for (;;) {
    const line = await talk.ask('>');
    if (line === undefined) return undefined;
    if (line.trim() === '.') return lines.join('\n');
    lines.push(line);
  }
}

function helpLines(): readonly string[] {
  return words.map(
    ({ word, short, says }) => `  ${word}${short === undefined ? '' : ` (${short})`}: ${says}`,
  );
}
