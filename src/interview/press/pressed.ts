import type { Conversation } from '../conversation.js';
import type { KeyPress } from '../keys/key-press.js';
import { revealed, type Sight, sightOf } from '../screens/page.js';
import { pageOf } from '../screens/page-of.js';
import { viewHere } from '../view/open.js';
import type { Setting, Shown, Step } from '../view/step.js';
import type { View } from '../view/view.js';
import { pressChoose } from './choose.js';
import { pressJump } from './jump.js';
import { pressList } from './list.js';
import { pressBarriers, pressPick } from './pick.js';
import { problemOf } from './problem-of.js';
import { pressFinish, pressRead } from './read.js';
import { pressRoom } from './room.js';
import { pressTally, pressType } from './type.js';
import { pressWrite } from './write.js';

/** What is on the screen after a key, and whether the screen is left. What the key tells the interview is on disk by then. */
export interface Outcome extends Shown {
  readonly end: Step['end'];
}

/** What is shown where an interview begins, or is gone on with. */
export function opening(setting: Setting): Shown {
  const { conversation } = setting;
  const view = first(conversation);
  return { view: inSight(setting, undefined, view), notice: undefined };
}

function first(conversation: Conversation): View {
  const { draft } = conversation.state();
  const { description, notice } = conversation.interview.questionnaire;
  const base = { at: 'read', scroll: 0, behind: undefined } as const;
  if (conversation.setAside.length > 0) return { ...base, topic: 'set-aside' };
  const isNew = Object.keys(draft.answers).length === 0 && draft.room === undefined;
  return isNew && (description ?? notice ?? conversation.offers()) !== undefined
    ? { ...base, topic: 'welcome' }
    : viewHere(conversation);
}

/** Carries out what a key means. */
export function pressed(setting: Setting, { view }: Shown, key: KeyPress): Outcome {
  const { conversation } = setting;
  const step = stepOf(view, key, setting, () =>
    sightOf(pageOf(setting, { view, notice: undefined }), setting.size),
  );
  for (const command of step.tell ?? []) {
    const refusal = conversation.tell(command);
    if (refusal !== undefined) return { view, notice: problemOf(refusal), end: undefined };
  }
  const next = step.view === 'here' ? viewHere(conversation) : step.view;
  return { view: inSight(setting, view, next), notice: step.notice, end: step.end };
}

/** The same on a screen of another size. */
export function resized(setting: Setting, shown: Shown): Shown {
  return { ...shown, view: inSight(setting, undefined, shown.view) };
}

function stepOf(view: View, key: KeyPress, setting: Setting, sight: () => Sight): Step {
  switch (view.at) {
    case 'choose':
      return pressChoose(view, key, setting, sight);
    case 'type':
      return pressType(view, key, setting, sight);
    case 'tally':
      return pressTally(view, key, setting, sight);
    case 'room':
      return pressRoom(view, key, setting, sight);
    case 'write':
      return pressWrite(view, key, setting, sight);
    case 'pick':
      return pressPick(view, key, setting, sight);
    case 'barriers':
      return pressBarriers(view, key, setting, sight);
    case 'summary':
    case 'review':
      return pressList(view, key, setting, sight);
    case 'jump':
      return pressJump(view, key, setting, sight);
    case 'read':
      return pressRead(view, key, setting, sight);
    case 'finish':
      return pressFinish(view, key, setting, sight);
  }
}

/** Scrolled to what is in focus, and to where text goes, where that has changed. */
function inSight(setting: Setting, before: View | undefined, view: View): View {
  const isOpened = before?.at !== view.at;
  const isFocusNew = isOpened || focusOf(before) !== focusOf(view);
  // What is written below a question is not scrolled to before somebody has read the question, and writes.
  const isTextNew = isOpened ? view.at === 'write' : textOf(before) !== textOf(view);
  if (!isFocusNew && !isTextNew) return view;
  const page = pageOf(setting, { view, notice: undefined });
  const { items, scroll, height } = sightOf(page, setting.size);
  const focus = focusOf(view);
  const focused = focus === undefined || !isFocusNew ? undefined : items[focus];
  const { cursor } = page;
  const kept =
    focused ?? (isTextNew && cursor !== undefined ? { first: cursor.row, last: cursor.row } : undefined);
  return kept === undefined ? view : { ...view, scroll: revealed(scroll, kept, height) };
}

function focusOf(view: View): number | undefined {
  return 'focus' in view ? view.focus : undefined;
}

/** What is written in a view; the same object for as long as it is not touched. */
function textOf(view: View): unknown {
  if (view.at === 'room') return view[view.field];
  return 'edit' in view ? view.edit : undefined;
}
