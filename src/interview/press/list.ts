import type { Stop } from '../../response/journal/entry.js';
import { actionOf } from '../keys/action-of.js';
import { paged, stepped } from '../view/moves.js';
import { roomView } from '../view/open.js';
import { type Press, type Setting, type Step, word } from '../view/step.js';
import { reviewStops, summaryStops } from '../view/stops.js';
import type { ReviewView, SummaryView } from '../view/view.js';
import { anywhere } from './question-actions.js';

/** In a section's summary, and in the review of everything: lists of questions to go to. */
export const pressList: Press<SummaryView | ReviewView> = (view, press, setting, sight) => {
  const { conversation } = setting;
  const action = press.kind === 'key' ? actionOf('list', press.name) : undefined;
  switch (action) {
    case undefined:
      return { view };
    case 'up':
    case 'down':
      return { view: { ...view, ...stepped(view, sight(), action === 'down' ? 1 : -1) } };
    case 'page-up':
    case 'page-down':
      return { view: { ...view, ...paged(view, sight(), action === 'page-down' ? 1 : -1) } };
    case 'confirm':
      return confirm(view, setting);
    case 'back':
      if (view.at === 'summary' && view.behind !== undefined) return { view: view.behind };
      return { view: 'here', tell: [{ do: 'back' }] };
    case 'summary':
      return view.at === 'summary' && view.behind !== undefined ? { view: view.behind } : { view };
    case 'forward':
      return { view: 'here', tell: [{ do: 'forward' }] };
    case 'next-open':
      return { view: 'here', tell: [{ do: 'next-open' }] };
    case 'profile':
      return { view, end: 'profile' };
    case 'room':
      return conversation.interview.mode === 'workshop' ? { view: roomView(conversation, view) } : { view };
    default:
      return anywhere(view, action, setting) ?? { view };
  }
};

/** Goes to the question in focus; without one, on; from the head of the review, to the end. */
function confirm(view: SummaryView | ReviewView, { conversation }: Setting): Step {
  const stops = view.at === 'summary' ? summaryStops(conversation, view.section) : reviewStops(conversation);
  const nth = view.at === 'review' ? (view.focus ?? 0) - 1 : view.focus;
  const to: Stop | undefined = nth === undefined ? undefined : stops[nth];
  if (to !== undefined) return { view: 'here', tell: [{ do: 'go', to }] };
  if (view.at === 'review') return { view: { at: 'finish', scroll: 0 } };
  return view.behind === undefined
    ? { view: 'here', tell: [{ do: 'forward' }] }
    : { view: view.behind, notice: word('Back where you were.') };
}
