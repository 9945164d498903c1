import type { Conversation, Ending } from '../conversation.js';
import type { KeyPress } from '../keys/key-press.js';
import type { Sight, Size } from '../screens/page.js';
import type { Signs } from '../screens/signs.js';
import type { Command } from '../session/command.js';
import type { View } from './view.js';

/** What screens and keys are about. */
export interface Setting {
  readonly conversation: Conversation;
  readonly size: Size;
  readonly signs: Signs;
  /** How many minutes each question is likely to take, by `Question.index`. */
  readonly estimates: readonly number[];
}

/** A word to whoever presses keys, shown until the next key. */
export interface Notice {
  readonly text: string;
  readonly isProblem: boolean;
}

/** What is on the screen. */
export interface Shown {
  readonly view: View;
  readonly notice: Notice | undefined;
}

/** What a key comes to. */
export interface Step {
  /** What is open next, once everything was told; `here` opens what the interview has come to. */
  readonly view: View | 'here';
  /** What is told to the interview, in this order; where it refuses, the view stays. */
  readonly tell?: readonly Command[];
  readonly notice?: Notice;
  /** The screen is left: for good, or to ask again who is asked. */
  readonly end?: Ending | 'profile';
}

/** How a view takes a key; the sight is worked out only where it matters. */
export type Press<V extends View> = (view: V, key: KeyPress, setting: Setting, sight: () => Sight) => Step;

export function problem(text: string): Notice {
  return { text, isProblem: true };
}

export function word(text: string): Notice {
  return { text, isProblem: false };
}
