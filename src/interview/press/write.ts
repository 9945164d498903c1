import { actionOf } from '../keys/action-of.js';
import { textWidth } from '../screens/measure.js';
import { movedByRows } from '../screens/text-rows.js';
import { pickView, writeView } from '../view/open.js';
import { type Press, problem, type Setting, type Step, word } from '../view/step.js';
import { inserted, type TextEdit } from '../view/text-edit.js';
import type { View, WriteView } from '../view/view.js';
import { typed } from './type.js';

/** Where a remark is written. Enter begins a line, so that no text that is pasted can end it. */
export const pressWrite: Press<WriteView> = (view, press, setting, sight) => {
  const action = press.kind === 'key' ? actionOf('write', press.name) : undefined;
  const written = (edit: TextEdit): Step => ({ view: { ...view, edit, warned: false } });
  switch (action) {
    case 'keep':
      return kept(view, setting);
    case 'undo': {
      if (view.edit.text !== view.before && !view.warned) {
        return {
          view: { ...view, warned: true },
          notice: problem('Ctrl-X once more throws away what you changed; Ctrl-S keeps it.'),
        };
      }
      return view.behind === undefined ? { view: 'here', tell: [{ do: 'forward' }] } : { view: view.behind };
    }
    case 'up':
    case 'down':
      return written(movedByRows(view.edit, textWidth(setting.size), action === 'down' ? 1 : -1));
    case 'page-up':
    case 'page-down': {
      let { edit } = view;
      for (let row = 1; row < sight().height; row += 1) {
        edit = movedByRows(edit, textWidth(setting.size), action === 'page-down' ? 1 : -1);
      }
      return written(edit);
    }
    default: {
      if (press.kind === 'key' && press.name === 'enter') return written(inserted(view.edit, '\n'));
      const edit = typed(view.edit, press, '\n');
      return edit === undefined ? { view } : written(edit);
    }
  }
};

function kept(view: WriteView, setting: Setting): Step {
  const { question, key, edit, before } = view;
  const written = edit.text.trim();
  const tell = written === before ? [] : [{ do: 'remark', question, key, written } as const];
  const next = afterwards(view, setting);
  if (next === undefined) return { view: 'here', tell: [...tell, { do: 'forward' }] };
  return {
    view: next,
    tell,
    ...(tell.length === 0 ? {} : { notice: word(written === '' ? 'Taken back.' : 'Kept.') }),
  };
}

/** What others could learn is followed by whether it may be shared, and whom to ask. */
function afterwards(
  { question: id, key, edit, behind }: WriteView,
  { conversation }: Setting,
): View | undefined {
  const question = conversation.interview.reader.byId.get(id)?.question;
  if (behind === undefined || question === undefined || edit.text.trim() === '') return behind;
  return key === 'best_practice' ? pickView(conversation, question, 'share', behind) : behind;
}

/** Whom to ask, once something may be shared. */
export function contactView({ conversation }: Setting, question: string, behind: View): View {
  return writeView(conversation, question, 'contact', behind);
}
