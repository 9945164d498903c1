import type { CheckRuleId } from '../../finding/catalogue/checks.js';
import type { RuleArgs } from '../../finding/catalogue.js';
import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { Locator } from '../load.js';
import type { Questionnaire } from '../questionnaire.js';
import type { RuleDescription } from './rule-description.js';

/** What a rule that reads definitions as they are written sees. */
export interface SourceContext {
  /** The files that the definition is made of. */
  readonly files: readonly string[];
  /** A file's text as it was written. */
  readonly textOf: (file: string) => string | undefined;
}

/** What a check of a questionnaire sees. Where the files have errors, the questionnaire is what could be made of them. */
export interface CheckContext extends SourceContext {
  readonly questionnaire: Questionnaire;
  /** Names that were defined with errors: nothing follows from their use. */
  readonly broken: ReadonlySet<string>;
  readonly locator: Locator;
}

/** One thing that a rule has found. */
export interface Report<R extends CheckRuleId> {
  readonly place: Place;
  readonly args: RuleArgs<R>;
}

/** A rule as its file writes it. Its severity and its words stand in the catalogue, under its id. */
interface RuleInput<R extends CheckRuleId, C> extends RuleDescription<R> {
  readonly check: (context: C) => Iterable<Report<R>>;
}

/** A rule ready to run. */
export interface CheckRule<C, R extends CheckRuleId = CheckRuleId> extends RuleDescription<R> {
  readonly run: (context: C) => readonly Finding[];
}

export function defineRule<R extends CheckRuleId, C = CheckContext>(rule: RuleInput<R, C>): CheckRule<C, R> {
  const { id, reason, bad, good, check } = rule;
  return {
    id,
    reason,
    bad,
    good,
    run: (context) => Array.from(check(context), ({ place, args }) => finding(id, place, args)),
  };
}
