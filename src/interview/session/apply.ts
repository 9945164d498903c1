import type { JournalEvent } from '../../response/journal/entry.js';
import { withEvent } from '../../response/journal/response-draft.js';
import type { InterviewState } from './interview.js';

/** The interview after something happened. */
export function applied(state: InterviewState, event: JournalEvent): InterviewState {
  const draft = withEvent(state.draft, event);
  return { draft, at: event.event === 'moved' ? event.to : state.at };
}
