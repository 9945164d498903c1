import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { Answer, AnswerValue } from '../../response/response.js';
import type { Conversation } from '../conversation.js';
import { questionAt } from '../session/interview.js';
import { isVotedOn } from '../session/tally.js';
import { itemsOf, itemsToPick } from './items.js';
import { editOf } from './text-edit.js';
import type {
  BarriersView,
  PickedRemark,
  PickView,
  RoomView,
  View,
  WriteView,
  WrittenRemark,
} from './view.js';

/** What is open where the interview has come to, with nothing done there yet. */
export function viewHere(conversation: Conversation): View {
  const { interview } = conversation;
  const { draft, at } = conversation.state();
  if (interview.mode === 'workshop' && draft.room === undefined) return roomView(conversation, undefined);
  if (at.at === 'summary') {
    return { at: 'summary', section: at.id, focus: undefined, digits: '', scroll: 0, behind: undefined };
  }
  const question = questionAt(interview, { at });
  if (question === undefined) return { at: 'review', focus: 0, digits: '', scroll: 0 };
  return awaitsTally(conversation, question)
    ? tallyView(conversation, question)
    : answerView(question, answerIn(draft, question.id));
}

/** A workshop votes first, where votes can come to one answer, and where there is neither votes nor answer. */
function awaitsTally({ interview, state }: Conversation, question: Question): boolean {
  const { value, non_answer, votes } = answerIn(state().draft, question.id);
  return (
    interview.mode === 'workshop' &&
    isVotedOn(question) &&
    value === undefined &&
    non_answer === undefined &&
    votes === undefined
  );
}

export function answerView(question: Question, { value }: Answer): View {
  const base = { question: question.id, scroll: 0, warned: undefined };
  const items = itemsOf(question);
  if (items.length === 0)
    return { at: 'type', ...base, edit: editOf(value === undefined ? '' : String(value)) };
  const focus = items.findIndex((item) => item.value === value);
  return {
    at: 'choose',
    ...base,
    focus: focus < 0 ? undefined : focus,
    digits: '',
    ticked: isList(value) ? value : [],
  };
}

export function tallyView({ state }: Conversation, question: Question): View {
  const votes = answerIn(state().draft, question.id).votes ?? [];
  const words = votes.map((vote) => (vote === 'dont_know' ? 'd' : String(vote)));
  return { at: 'tally', question: question.id, edit: editOf(words.join(' ')), scroll: 0 };
}

export function roomView({ state }: Conversation, behind: View | undefined): RoomView {
  const { room } = state().draft;
  return {
    at: 'room',
    field: 'count',
    count: editOf(room === undefined ? '' : String(room.count)),
    roles: editOf(room?.roles.join(', ') ?? ''),
    scroll: 0,
    behind,
  };
}

export function writeView(
  { state }: Conversation,
  question: string,
  key: WrittenRemark,
  behind: View | undefined,
): WriteView {
  const before = answerIn(state().draft, question)[key] ?? '';
  return { at: 'write', question, key, edit: editOf(before), before, warned: false, scroll: 0, behind };
}

export function pickView(
  { state }: Conversation,
  question: Question,
  key: PickedRemark,
  behind: View,
): PickView {
  const now = answerIn(state().draft, question.id)[key];
  const focus = itemsToPick(question, key).findIndex(({ value }) => value === now);
  return {
    at: 'pick',
    question: question.id,
    key,
    focus: focus < 0 ? undefined : focus,
    digits: '',
    scroll: 0,
    behind,
  };
}

export function barriersView({ state }: Conversation, question: string, behind: View): BarriersView {
  const ticked = answerIn(state().draft, question).barriers ?? [];
  return { at: 'barriers', question, ticked, focus: undefined, digits: '', scroll: 0, behind };
}

function isList(value: AnswerValue | undefined): value is readonly string[] {
  return typeof value === 'object';
}
