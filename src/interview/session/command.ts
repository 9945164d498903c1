import type { GivenNonAnswer } from '../../questionnaire/questionnaire.js';
import type { CarriedAnswer } from '../../response/carry/carry-offers.js';
import type { Stop } from '../../response/journal/entry.js';
import type { RemarkKey } from '../../response/response.js';

/** What somebody at the keyboard wants; the same from a key, a typed word, or a test. */
export type Command =
  /** As written: a text that is read as a cell is, or a typed value; a blank clears the answer. */
  | { readonly do: 'answer'; readonly question: string; readonly written: unknown }
  | { readonly do: 'decline'; readonly question: string; readonly as: GivenNonAnswer }
  /** Confirms an answer that was given elsewhere. */
  | { readonly do: 'carry'; readonly question: string; readonly carried: CarriedAnswer }
  /** A blank takes it back. */
  | { readonly do: 'remark'; readonly question: string; readonly key: RemarkKey; readonly written: unknown }
  | { readonly do: 'profile'; readonly field: string; readonly written: unknown }
  | { readonly do: 'room'; readonly count: number; readonly roles: readonly string[] }
  | { readonly do: 'back' }
  | { readonly do: 'forward' }
  | { readonly do: 'go'; readonly to: Stop }
  /** To the next question that is open, from the first one on where there is none behind. */
  | { readonly do: 'next-open' }
  | { readonly do: 'finish' };
