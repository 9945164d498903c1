import type { Finding } from '../finding/finding.js';
import type { CarryOffers } from '../response/carry/carry-offers.js';
import type { JournalEvent } from '../response/journal/entry.js';
import type { SetAside } from '../response/journal/replay.js';
import type { ResponseDraft } from '../response/journal/response-draft.js';
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
  /**
   * Carries out a command: what happens is on disk when it returns. Gives why nothing happened, where it was refused, or where
   * the disk did not take it: it may then be tried again.
   */
  readonly tell: (command: Command) => Finding | undefined;
  /** How many minutes the interview has taken, pauses left out. */
  readonly minutesUsed: () => number;
  /** Figures so far by the id of a dimension or `overall`; none where scores are not to be shown. */
  readonly figure: (node: string) => FigureSoFar | undefined;
  /** What the unit that is asked said to a question in an earlier wave. */
  readonly earlier: (question: string) => EarlierAnswer | undefined;
  /** What the unit that is asked has answered elsewhere; nothing where no answers are carried. */
  readonly offers: () => CarryOffers | undefined;
  /** Answers of an interview that is gone on with which its questionnaire has no place for any more. */
  readonly setAside: readonly SetAside[];
}

/**
 * How an interview was ended: its response is to be written; or it is to be gone on with another time, since somebody wanted
 * to, or since the keyboard is gone or said so with Ctrl-C.
 */
export type Ending = 'finished' | 'left' | 'interrupted';

/** Somebody at a keyboard, or what takes their place. */
export interface FrontEnd {
  /** Asks which interview to go on with; the answer is its place in the list, or a new one. */
  readonly offer: (unfinished: readonly Offer[]) => Promise<number | 'new' | 'interrupted'>;
  /** Holds an interview to its end. */
  readonly hold: (conversation: Conversation) => Promise<Ending>;
}

/** An interview that was left, as somebody knows it again. */
export interface Offer {
  /** Who is asked, in the order of the profile: `Northbridge, Housing`. */
  readonly who: string;
  readonly wave: string | undefined;
  readonly answered: number;
  /** When something was last said: ISO 8601. */
  readonly last: string;
}

/** What every front end is told about those who are asked. */
export interface FrontEndOptions {
  /** The names that a unit field can have, where a register says so and as far as the profile says which; none to type any. */
  readonly unitNames: (field: string, profile: ResponseDraft['profile']) => readonly string[];
  /** What the register says of the unit in other fields: that is not asked. */
  readonly registered: (profile: ResponseDraft['profile']) => ResponseDraft['profile'];
  /** Personal fields that are asked for; others are not. */
  readonly keep: ReadonlySet<string>;
}

/** What a conversation needs of the outside. */
export interface Surroundings {
  /** Writes an event to the journal, and gives why that failed; otherwise it is on disk. */
  readonly record: (event: JournalEvent) => Finding | undefined;
  readonly minutesUsed: () => number;
  readonly figure: (state: InterviewState, node: string) => FigureSoFar | undefined;
  readonly earlier: (
    profile: InterviewState['draft']['profile'],
    question: string,
  ) => EarlierAnswer | undefined;
  readonly offers: (profile: InterviewState['draft']['profile']) => CarryOffers | undefined;
  readonly setAside: readonly SetAside[];
}

export function conversationOf(
  interview: Interview,
  start: InterviewState,
  { record, minutesUsed, figure, earlier, offers, setAside }: Surroundings,
): Conversation {
  let state = start;
  let offered: { readonly profile: object; readonly offers: CarryOffers | undefined } | undefined;
  return {
    interview,
    state: () => state,
    tell: (command) => {
      const decision = decide(interview, state, command);
      if (decision.events === undefined) return decision.refusal;
      for (const event of decision.events) {
        const failed = record(event);
        if (failed !== undefined) return failed;
        state = applied(state, event);
      }
      return undefined;
    },
    minutesUsed,
    setAside,
    figure: (node) => figure(state, node),
    earlier: (question) => earlier(state.draft.profile, question),
    offers: () => {
      const { profile } = state.draft;
      if (offered?.profile !== profile) {
        const found = offers(profile);
        offered = { profile, offers: found === undefined ? undefined : forMode(interview, found) };
      }
      return offered.offers;
    },
  };
}

/** What one person said of themselves elsewhere is nothing that a room would say of itself. */
function forMode({ mode }: Interview, offers: CarryOffers): CarryOffers {
  return mode === 'workshop' ? { ...offers, profile: new Map() } : offers;
}
