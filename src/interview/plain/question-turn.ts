import { textOf } from '../../finding/catalogue.js';
import { count, didYouMean } from '../../finding/words.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { originWords } from '../../response/carry/origin-words.js';
import { answerIn } from '../../response/journal/response-draft.js';
import { isBetweenLevels, levelsOfDissent, spreadOf, type Votes } from '../../response/spread.js';
import type { Conversation, Ending } from '../conversation.js';
import { isVotedOn, readTally } from '../session/tally.js';
import { carryOut } from './carry-out.js';
import { offerDissent } from './offer-dissent.js';
import { answerLines, questionLines, spreadLines } from './question-lines.js';
import { readLine } from './read-line.js';
import type { Talk } from './talk.js';
import { told } from './told.js';

/** Asks a question until it is left; gives how the interview ended, where it did. */
export async function questionTurn(
  talk: Talk,
  conversation: Conversation,
  question: Question,
): Promise<Ending | undefined> {
  talk.say(...questionLines(conversation, question));
  const { interview, state } = conversation;
  const isTallied = interview.mode === 'workshop' && isVotedOn(question);
  if (isTallied && answerIn(state().draft, question.id).votes === undefined) {
    const tallied = await tallyTurn(talk, conversation, question);
    if (tallied !== 'go on') return tallied === 'moved' ? undefined : tallied;
  }
  const earlier = conversation.earlier(question.id);
  if (earlier !== undefined) {
    const when = earlier.wave === undefined ? 'Last time' : `In ${earlier.wave}`;
    talk.say(...answerLines(interview.questionnaire, question, earlier.answer, when), '  :same takes it.');
  }
  talk.say(...elsewhereLines(conversation, question));
  for (;;) {
    const line = await talk.ask('Answer:');
    if (line === undefined) return 'interrupted';
    const read = readLine(interview.reader, question, line);
    switch (read.kind) {
      case 'nothing':
        talk.say('Type an answer, skip, or help.');
        continue;
      case 'unknown-word':
        talk.say(
          `There is no command ${read.word}${didYouMean(read.suggestion)}. Type help for all of them.`,
        );
        continue;
      case 'answer': {
        if (!told(talk, conversation, { do: 'answer', question: question.id, written: read.written }))
          continue;
        if (!(await offerDissent(talk, conversation, question))) return 'interrupted';
        if (!told(talk, conversation, { do: 'forward' })) continue;
        return undefined;
      }
      case 'command': {
        const outcome = await carryOut(talk, conversation, question, read.action, read.rest);
        if (outcome === 'stay') continue;
        return outcome === 'moved' ? undefined : outcome;
      }
    }
  }
}

/** What was said in another instrument; or that it cannot be told. */
function elsewhereLines({ offers, interview }: Conversation, question: Question): readonly string[] {
  const offered = offers();
  const carried = offered?.answers.get(question.id);
  if (carried !== undefined) {
    const when = `In ${originWords(carried.from, carried.title)}`;
    return [...answerLines(interview.questionnaire, question, carried.answer, when), '  :carry takes it.'];
  }
  const tie = offered?.ties.find((each) => each.question === question.id);
  return tie === undefined ? [] : [`Elsewhere ${tie.responses.join(' and ')} say different things.`];
}

/** The votes of the room come before its answer, and before what was said last time. */
async function tallyTurn(
  talk: Talk,
  conversation: Conversation,
  question: Question,
): Promise<Ending | 'go on' | 'moved'> {
  const { interview, state } = conversation;
  const people = state().draft.room?.count ?? 0;
  for (;;) {
    const line = await talk.ask(
      `Votes of ${count(people, 'person', 'people')}, as 2x2 3x3 4, d for don't know (Enter for none):`,
    );
    if (line === undefined) return 'interrupted';
    if (line.trim() === '') return 'go on';
    const votes = readTally(interview.reader, question, line);
    if (!('rule' in votes)) {
      if (!told(talk, conversation, { do: 'remark', question: question.id, key: 'votes', written: votes }))
        continue;
      talk.say(...spreadLines(question, votes), ...adviceLines(question, votes, people));
      return 'go on';
    }
    const read = readLine(interview.reader, undefined, line);
    if (read.kind !== 'command') {
      talk.say(`Not taken: ${textOf(votes)}.`);
      continue;
    }
    const outcome = await carryOut(talk, conversation, question, read.action, read.rest);
    if (outcome !== 'stay') return outcome;
  }
}

/** What to do with the votes: nothing is agreed on by itself. */
function adviceLines(question: Question, votes: Votes, people: number): readonly string[] {
  const spread = spreadOf(question, votes);
  const missing = people - votes.length;
  return [
    ...(missing > 0 ? [`  ${count(missing, 'vote')} fewer than people in the room.`] : []),
    ...(missing < 0
      ? [`  ${count(-missing, 'vote')} more than people in the room: has somebody joined? Type room.`]
      : []),
    ...(spread !== undefined && isBetweenLevels(spread)
      ? [`  The room is between two levels: take the lower one, ${spread.proposed}, and note the dissent.`]
      : []),
    ...(spread !== undefined && spread.levelsApart >= levelsOfDissent
      ? [`  The votes lie ${spread.levelsApart} levels apart: hear the lowest and the highest first.`]
      : []),
  ];
}
