import { actionOf } from '../keys/action-of.js';
import { barrierItems, byDigit, type Item, itemsToPick } from '../view/items.js';
import { stepped } from '../view/moves.js';
import { type Press, problem, type Step } from '../view/step.js';
import type { BarriersView, PickView } from '../view/view.js';
import { contactView } from './write.js';

/** Where a remark is picked from a list. */
export const pressPick: Press<PickView> = (view, press, setting, sight) => {
  const question = setting.conversation.interview.reader.byId.get(view.question)?.question;
  if (question === undefined || press.kind === 'paste') return { view };
  const items = itemsToPick(question, view.key);
  if (/^\d$/.test(press.name)) {
    const found = byDigit(items, view.digits, press.name);
    if (found === undefined) return { view, notice: problem(`There is no ${press.name} here.`) };
    return { view: { ...view, ...found, focus: found.focus ?? view.focus } };
  }
  const remark = (written: unknown): Step => ({
    view:
      view.key === 'share' && written === 'yes'
        ? contactView(setting, view.question, view.behind)
        : view.behind,
    tell: [{ do: 'remark', question: view.question, key: view.key, written }],
  });
  const action = actionOf('pick', press.name);
  switch (action) {
    case 'up':
    case 'down':
      return { view: { ...view, ...stepped(view, sight(), action === 'down' ? 1 : -1), digits: '' } };
    case 'confirm': {
      const picked = view.focus === undefined ? undefined : items[view.focus];
      return picked === undefined
        ? { view, notice: problem('Choose one with its number, or go back with ←.') }
        : remark(picked.value);
    }
    case 'clear':
      return remark('');
    case 'help':
      return { view: { at: 'read', topic: 'help', scroll: 0, behind: view } };
    case 'close':
      return { view: view.behind };
    default:
      return { view };
  }
};

/** Where barriers are ticked. */
export const pressBarriers: Press<BarriersView> = (view, press, setting, sight) => {
  if (press.kind === 'paste') return { view };
  const items = barrierItems(setting.conversation.interview.questionnaire);
  if (/^\d$/.test(press.name)) {
    const found = byDigit(items, view.digits, press.name);
    if (found === undefined) return { view, notice: problem(`There is no ${press.name} here.`) };
    const { focus, digits } = found;
    return { view: focus === undefined ? { ...view, digits } : ticked({ ...view, focus, digits }, items) };
  }
  const action = actionOf('pick', press.name);
  switch (action) {
    case 'up':
    case 'down':
      return { view: { ...view, ...stepped(view, sight(), action === 'down' ? 1 : -1), digits: '' } };
    case 'tick':
      return { view: ticked({ ...view, digits: '' }, items) };
    case 'clear':
      return { view: { ...view, ticked: [] } };
    case 'confirm':
      return {
        view: view.behind,
        tell: [{ do: 'remark', question: view.question, key: 'barriers', written: view.ticked }],
      };
    case 'help':
      return { view: { at: 'read', topic: 'help', scroll: 0, behind: view } };
    case 'close':
      return { view: view.behind };
    default:
      return { view };
  }
};

function ticked(view: BarriersView, items: readonly Item[]): BarriersView {
  const id = view.focus === undefined ? undefined : items[view.focus]?.value;
  if (typeof id !== 'string') return view;
  const is = view.ticked.includes(id);
  const order = items.map(({ value }) => value);
  return {
    ...view,
    ticked: is
      ? view.ticked.filter((each) => each !== id)
      : [...view.ticked, id].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  };
}
