import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { AnswerValue } from '../../response/response.js';
import { spreadOf } from '../../response/spread.js';
import { actionOf } from '../keys/action-of.js';
import { byDigit, type Item, itemsOf } from '../view/items.js';
import { stepped } from '../view/moves.js';
import { type Press, problem, type Setting, type Step, word } from '../view/step.js';
import type { ChooseView } from '../view/view.js';
import { atQuestion, onwards, unconfirmed } from './question-actions.js';

/** At a question whose answers are listed. */
export const pressChoose: Press<ChooseView> = (view, press, setting, sight) => {
  const question = setting.conversation.interview.reader.byId.get(view.question)?.question;
  if (question === undefined) return { view: 'here' };
  if (press.kind === 'paste') {
    return { view, notice: word('Pasted text is taken where text is written: n opens a note.') };
  }
  const items = itemsOf(question);
  if (/^\d$/.test(press.name)) return digit(view, press.name, question, items);
  const action = actionOf('choose', press.name);
  switch (action) {
    case undefined:
      return { view };
    case 'up':
    case 'down':
      return { view: { ...view, ...stepped(view, sight(), action === 'down' ? 1 : -1), digits: '' } };
    case 'tick':
      return tick(view, question, items);
    case 'confirm':
      return confirm(view, question, items, setting);
    case 'agree':
      return agree(view, question, items, setting);
    case 'last-time':
      return lastTime(view, items, setting);
    default:
      return (
        (isConfirmed(view, question, items, setting) ? undefined : unconfirmed(view, action)) ??
        atQuestion(view, question, action, setting) ?? { view }
      );
  }
};

function digit(view: ChooseView, pressed: string, question: Question, items: readonly Item[]): Step {
  const found = byDigit(items, view.digits, pressed);
  if (found === undefined) {
    const [first, last] = [items[0]?.key ?? '', items.at(-1)?.key ?? ''];
    const keys =
      items.length > 2 ? `${first} to ${last}` : items.map(({ key, title }) => `${key} ${title}`).join(', ');
    return { view: { ...view, digits: '' }, notice: problem(`There is no ${pressed} here: ${keys}.`) };
  }
  const next = { ...view, ...found, focus: found.focus ?? view.focus, warned: undefined };
  return {
    view: question.type === 'choices' && found.focus !== undefined ? ticked(next, question, items) : next,
  };
}

function tick(view: ChooseView, question: Question, items: readonly Item[]): Step {
  if (question.type !== 'choices') return { view };
  return { view: { ...ticked(view, question, items), digits: '' } };
}

/** One that stands alone takes the place of all others, and they of it. */
function ticked(view: ChooseView, question: Question, items: readonly Item[]): ChooseView {
  const id = view.focus === undefined ? undefined : items[view.focus]?.value;
  if (typeof id !== 'string' || question.type !== 'choices') return view;
  if (view.ticked.includes(id)) return { ...view, ticked: view.ticked.filter((each) => each !== id) };
  const isAlone = (option: string) => question.options.some((each) => each.id === option && each.exclusive);
  const others = isAlone(id) ? [] : view.ticked.filter((each) => !isAlone(each));
  const order = question.options.map((option) => option.id);
  return { ...view, ticked: [...others, id].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
}

function confirm(view: ChooseView, question: Question, items: readonly Item[], setting: Setting): Step {
  const { value, non_answer } = answerIn(setting.conversation.state().draft, question.id);
  const written = chosen(view, question, items);
  if (written === undefined) {
    if (value !== undefined || non_answer !== undefined) return onwards(setting, question, value);
    const how =
      question.type === 'choices' ? 'Tick with the numbers or the space bar' : 'Choose one with its number';
    return { view, notice: problem(`${how}; s skips the question for now.`) };
  }
  const tell = isSame(value, written) ? [] : [{ do: 'answer', question: question.id, written } as const];
  const next = onwards(setting, question, written);
  return { ...next, tell: [...tell, ...(next.tell ?? [])] };
}

/** The answer as it stands on the screen; none where nothing is chosen. */
function chosen(
  { focus, ticked }: ChooseView,
  question: Question,
  items: readonly Item[],
): AnswerValue | undefined {
  if (question.type === 'choices') return ticked.length === 0 ? undefined : ticked;
  return focus === undefined ? undefined : items[focus]?.value;
}

function isConfirmed(
  view: ChooseView,
  question: Question,
  items: readonly Item[],
  { conversation }: Setting,
): boolean {
  const { value } = answerIn(conversation.state().draft, question.id);
  const now = chosen(view, question, items);
  return question.type === 'choices'
    ? isSame(value ?? [], view.ticked)
    : view.digits === '' || isSame(value, now);
}

function isSame(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}

function agree(
  view: ChooseView,
  question: Question,
  items: readonly Item[],
  { conversation }: Setting,
): Step {
  const { votes } = answerIn(conversation.state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  const focus = items.findIndex(({ value }) => value === spread?.proposed);
  if (focus < 0) return { view, notice: word('There are no votes to agree on.') };
  return { view: chosenAt(view, items, focus) };
}

function lastTime(view: ChooseView, items: readonly Item[], { conversation }: Setting): Step {
  const answer = conversation.earlier(view.question)?.answer;
  if (answer === undefined) return { view, notice: word('Nothing is known of last time.') };
  const { value } = answer;
  if (typeof value === 'object') {
    const known = value.filter((id) => items.some((item) => item.value === id));
    return {
      view: { ...view, ticked: known, warned: undefined },
      notice: word('As last time; Enter confirms it.'),
    };
  }
  const focus = items.findIndex((item) => item.value === value);
  if (focus < 0) return { view, notice: word('What was said last time cannot be chosen here.') };
  return { view: chosenAt(view, items, focus), notice: word('As last time; Enter confirms it.') };
}

function chosenAt(view: ChooseView, items: readonly Item[], focus: number): ChooseView {
  return { ...view, focus, digits: items[focus]?.key ?? '', warned: undefined };
}
