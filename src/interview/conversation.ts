import type { Finding } from '../finding/finding.js';
import type { JournalEvent } from '../response/journal/entry.js';
import { applied } from './session/apply.js';
import type { Command } from './session/command.js';
import { decide } from './session/decide.js';
import type { EarlierAnswer } from './session/earlier-answers.js';
import type { Interview, InterviewState } from './session/interview.js';
import type { FigureSoFar } from './session/summary.js';

/** An interview that is going on: all that a front end, on a screen, in plain lines or in a test, may see and do. */
export interface Conversation {
  readonly interview: Interview;
  readonly state: () => InterviewState;
  /** Carries out a command: what happens is on disk when it returns. Gives why nothing happened, where it was refused. */
  readonly tell: (command: Command) => Finding | undefined;
  /** How many minutes the interview has taken, pauses left out. */
  readonly minutesUsed: () => number;
  /** Figures so far by the id of a dimension or `overall`; none where scores are not to be shown. */
  readonly figure: (node: string) => FigureSoFar | undefined;
  /** What the unit that is asked said to a question in an earlier wave. */
  readonly earlier: (question: string) => EarlierAnswer | undefined;
}

/** How an interview was ended: its response is to be written, or it is to be gone on with another time. */
export type Ending = 'finished' | 'left';

/** Somebody at a keyboard, or what takes their place. */
export type FrontEnd = (conversation: Conversation) => Promise<Ending>;

/** What a conversation needs of the outside. */
export interface Surroundings {
  /** Writes an event to the journal; it is on disk when it returns. */
  readonly record: (event: JournalEvent) => void;
  readonly minutesUsed: () => number;
  readonly figure: (state: InterviewState, node: string) => FigureSoFar | undefined;
  readonly earlier: (
    profile: InterviewState['draft']['profile'],
    question: string,
  ) => EarlierAnswer | undefined;
}

export function conversationOf(
  interview: Interview,
  start: InterviewState,
  { record, minutesUsed, figure, earlier }: Surroundings,
): Conversation {
  let state = start;
  return {
    interview,
    state: () => state,
    tell: (command) => {
      const decision = decide(interview, state, command);
      if (decision.events === undefined) return decision.refusal;
      for (const event of decision.events) {
        record(event);
        state = applied(state, event);
      }
      return undefined;
    },
    minutesUsed,
    figure: (node) => figure(state, node),
    earlier: (question) => earlier(state.draft.profile, question),
  };
}
