import { actionOf } from '../keys/action-of.js';
import { paged, stepped } from '../view/moves.js';
import { type Press, problem } from '../view/step.js';
import { destinations } from '../view/stops.js';
import type { JumpView } from '../view/view.js';
import { typed } from './type.js';

/** Where somebody searches for where to go. */
export const pressJump: Press<JumpView> = (view, press, { conversation }, sight) => {
  const action = press.kind === 'key' ? actionOf('search', press.name) : undefined;
  switch (action) {
    case 'up':
    case 'down':
      return { view: { ...view, ...stepped(view, sight(), action === 'down' ? 1 : -1) } };
    case 'page-up':
    case 'page-down':
      return { view: { ...view, ...paged(view, sight(), action === 'page-down' ? 1 : -1) } };
    case 'close':
      return { view: view.behind };
    case 'confirm': {
      const to = destinations(conversation, view.edit.text)[view.focus ?? 0]?.stop;
      if (to === undefined)
        return { view, notice: problem('Nothing has these words; fewer letters find more.') };
      return { view: 'here', tell: [{ do: 'go', to }] };
    }
    default: {
      const edit = typed(view.edit, press, ' ');
      return edit === undefined ? { view: view.behind } : { view: { ...view, edit, focus: 0, scroll: 0 } };
    }
  }
};
