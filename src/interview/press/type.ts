import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import { actionOf } from '../keys/action-of.js';
import type { KeyPress } from '../keys/key-press.js';
import { readTally } from '../session/tally.js';
import { stepped } from '../view/moves.js';
import { answerView } from '../view/open.js';
import { type Press, problem, type Setting, type Step, word } from '../view/step.js';
import { cleaned, edited, editOf, inserted, type TextEdit } from '../view/text-edit.js';
import type { TallyView, TypeView } from '../view/view.js';
import { problemOf } from './problem-of.js';
import { atQuestion, onwards, unconfirmed } from './question-actions.js';

/** At a question whose answer is typed. */
export const pressType: Press<TypeView> = (view, press, setting, sight) => {
  const question = setting.conversation.interview.reader.byId.get(view.question)?.question;
  if (question === undefined) return { view: 'here' };
  const before = answerIn(setting.conversation.state().draft, question.id).value;
  const isConfirmed = view.edit.text.trim() === (before === undefined ? '' : String(before));
  const action = press.kind === 'key' ? actionOf('type', press.name) : undefined;
  switch (action) {
    case undefined: {
      // A text may have several lines, other answers are one.
      const edit = typed(view.edit, press, question.type === 'text' ? '\n' : ' ');
      if (edit !== undefined) return { view: { ...view, edit, warned: undefined } };
      return press.kind === 'key' && press.name === 'left'
        ? { view: 'here', tell: [{ do: 'back' }] }
        : { view };
    }
    case 'up':
    case 'down':
      return {
        view: {
          ...view,
          scroll: stepped({ focus: undefined, scroll: view.scroll }, sight(), action === 'down' ? 1 : -1)
            .scroll,
        },
      };
    case 'confirm':
      return confirm(view, question, isConfirmed, setting);
    case 'last-time': {
      const answer = setting.conversation.earlier(view.question)?.answer;
      if (answer?.value === undefined) return { view, notice: word('Nothing is known of last time.') };
      return {
        view: { ...view, edit: editOf(String(answer.value)), warned: undefined },
        notice: word('As last time; Enter confirms it.'),
      };
    }
    default:
      return (
        (isConfirmed ? undefined : unconfirmed(view, action)) ??
        atQuestion(view, question, action, setting) ?? { view }
      );
  }
};

function confirm(view: TypeView, question: Question, isConfirmed: boolean, setting: Setting): Step {
  const { non_answer } = answerIn(setting.conversation.state().draft, question.id);
  const written = view.edit.text;
  if (written.trim() === '' && isConfirmed && non_answer === undefined) {
    return { view, notice: problem('Write an answer; Ctrl-S skips the question for now.') };
  }
  const next = onwards(setting, question, written);
  if (isConfirmed) return next;
  return { ...next, tell: [{ do: 'answer', question: question.id, written }, ...(next.tell ?? [])] };
}

/** At a question that the room votes on first. */
export const pressTally: Press<TallyView> = (view, press, setting) => {
  const { conversation } = setting;
  const { reader } = conversation.interview;
  const question = reader.byId.get(view.question)?.question;
  if (question === undefined) return { view: 'here' };
  const action = press.kind === 'key' ? actionOf('type', press.name) : undefined;
  if (action === 'confirm') return counted(view, question, setting);
  if (action === undefined) {
    const edit = typed(view.edit, press, ' ');
    if (edit !== undefined) return { view: { ...view, edit } };
    return press.kind === 'key' && press.name === 'left'
      ? { view: 'here', tell: [{ do: 'back' }] }
      : { view };
  }
  if (action === 'last-time')
    return { view, notice: word('What was said last time is shown once the room has voted.') };
  return atQuestion(view, question, action, setting) ?? { view };
};

/** The votes are kept, and the answer is asked for; without any, it is asked for at once. */
function counted(view: TallyView, question: Question, { conversation }: Setting): Step {
  const answer = answerIn(conversation.state().draft, question.id);
  const votes = readTally(conversation.interview.reader, question, view.edit.text);
  if ('rule' in votes) return { view, notice: problemOf(votes) };
  const next = answerView(question, answer);
  if (votes.length === 0 && answer.votes === undefined)
    return { view: next, notice: word('No vote on this one.') };
  const { room } = conversation.state().draft;
  const differ = room !== undefined && votes.length > 0 && votes.length !== room.count;
  return {
    view: next,
    tell: [{ do: 'remark', question: question.id, key: 'votes', written: votes.length === 0 ? '' : votes }],
    ...(differ
      ? {
          notice: problem(
            `${votes.length} votes, and ${room.count} are here: v counts once more, w says who is here.`,
          ),
        }
      : {}),
  };
}

/** The text after a key or a paste; nothing where the key does not write, or moves where there is no text. */
export function typed(edit: TextEdit, press: KeyPress, lineEnd: string): TextEdit | undefined {
  if (press.kind === 'paste') return inserted(edit, cleaned(press.text).trimEnd().replaceAll('\n', lineEnd));
  if (press.text !== undefined) return inserted(edit, press.text);
  if (edit.text === '' && press.name === 'left') return undefined;
  return edited(edit, press.name);
}
