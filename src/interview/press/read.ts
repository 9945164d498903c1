import { actionOf } from '../keys/action-of.js';
import { paged, stepped } from '../view/moves.js';
import type { Press } from '../view/step.js';
import type { FinishView, ReadView } from '../view/view.js';

/** Where there is something to read. */
export const pressRead: Press<ReadView> = (view, press, _, sight) => {
  const action = press.kind === 'key' ? actionOf('read', press.name) : undefined;
  const focused = { focus: undefined, scroll: view.scroll };
  switch (action) {
    case 'up':
    case 'down':
      return { view: { ...view, scroll: stepped(focused, sight(), action === 'down' ? 1 : -1).scroll } };
    case 'page-up':
    case 'page-down':
      return { view: { ...view, scroll: paged(focused, sight(), action === 'page-down' ? 1 : -1).scroll } };
    case 'close':
      return { view: view.behind ?? 'here' };
    default:
      return { view };
  }
};

/** Where it is asked whether the response is to be written. */
export const pressFinish: Press<FinishView> = (view, press) => {
  const action = press.kind === 'key' ? actionOf('finish', press.name) : undefined;
  switch (action) {
    case 'confirm':
      return { view: 'here', tell: [{ do: 'finish' }], end: 'finished' };
    case 'close':
      return { view: 'here' };
    default:
      return { view };
  }
};
