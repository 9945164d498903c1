import type { CheckRuleId } from '../../finding/catalogue/checks.js';
import type { RuleArgs } from '../../finding/catalogue.js';
import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { Locator } from '../load.js';
import type { Questionnaire } from '../questionnaire.js';

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
interface RuleInput<R extends CheckRuleId, C> {
  readonly id: R;
  /** Why it is worth a finding, in one paragraph. */
  readonly reason: string;
  /** A part of a questionnaire that it finds fault with: keys of the top, or a list of questions. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  readonly check: (context: C) => Iterable<Report<R>>;
}

/** A rule ready to run. */
export interface CheckRule<C> {
  readonly id: CheckRuleId;
  readonly reason: string;
  readonly bad: string;
  readonly good: string;
  readonly run: (context: C) => readonly Finding[];
}

export function defineRule<R extends CheckRuleId, C = CheckContext>(rule: RuleInput<R, C>): CheckRule<C> {
  const { id, reason, bad, good, check } = rule;
  return {
    id,
    reason,
    bad,
    good,
    run: (context) => Array.from(check(context), ({ place, args }) => finding(id, place, args)),
  };
}
