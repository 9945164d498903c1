import type { AskAgainReason } from '../ask-again.js';
import type { RemarkKey } from '../response.js';

/** What is accounted for: answers, what accompanies them, who answers, and what an earlier migration left to be asked. */
export const accountKinds = ['answer', 'follow_up', 'profile', 'open'] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * What became of something: it is as it was (maybe under another id), or what the map makes of it, or to be asked again, or
 * gone; or it has nowhere to go and nobody has said that it may go, so that nothing can be written.
 */
export const outcomes = ['kept', 'mapped', 'ask_again', 'dropped', 'removed'] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing that a response said, and what became of it. */
export interface Account {
  readonly kind: AccountKind;
  /** The id of the question or profile field, in the old version and in the new. */
  readonly id: string;
  readonly to?: string;
  readonly followUp?: RemarkKey;
  readonly outcome: Outcome;
  readonly because?: AskAgainReason | 'not_asked_for' | 'no_such_barrier';
  /** The level or option that is the reason. */
  readonly level?: string;
  readonly was: unknown;
  readonly now?: unknown;
}
