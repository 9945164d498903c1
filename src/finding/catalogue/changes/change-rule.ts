import type { Severity } from '../../finding.js';
import { type Rule, rule } from '../../rule.js';
import { count } from '../../words.js';

/** What a change does to returned answers and to scores. */
export type Effect = 'breaking' | 'notable' | 'safe';

/** What every change may know beside its own. */
export interface Touched {
  /** For programs; people read it at the start of the text. */
  readonly effect?: Effect;
  /** Returned answers that it touches, where there are some to look at. */
  readonly touched?: number;
}

export const severities: Readonly<Record<Effect, Severity>> = {
  breaking: 'error',
  notable: 'warning',
  safe: 'info',
};

type Words<Args> = (args: Args) => string;

function changeRule<Args extends object>(
  effect: Effect,
  text: Words<Args>,
  help: Words<Args> | undefined,
): Rule<Args & Touched> {
  return rule<Args & Touched>({
    severity: severities[effect],
    text: (args) =>
      `${effect}: ${text(args)}${args.touched === undefined ? '' : ` (${count(args.touched, 'returned answer')} touched)`}`,
    ...(help === undefined ? {} : { help }),
  });
}

/** Returned answers are no longer valid, or a score means something else. */
export function breaking<Args extends object>(text: Words<Args>, help?: Words<Args>): Rule<Args & Touched> {
  return changeRule('breaking', text, help);
}

/** Answers and scores stay what they are, but who compares old and new should know. */
export function notable<Args extends object>(text: Words<Args>, help?: Words<Args>): Rule<Args & Touched> {
  return changeRule('notable', text, help);
}

/** Nothing follows for answers or scores. */
export function safe<Args extends object>(text: Words<Args>, help?: Words<Args>): Rule<Args & Touched> {
  return changeRule('safe', text, help);
}

/** A thing by its id. */
export interface Id {
  readonly id: string;
}

/** A thing whose value changed, both shown as they would be written. */
export interface FromTo extends Id {
  readonly from: string;
  readonly to: string;
}
