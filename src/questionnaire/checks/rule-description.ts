import type { DescribedRuleId } from '../../finding/catalogue.js';

/** Why a rule is there, and what it is about. The examples are run as tests, and docs/rules.md is made of it. */
export interface RuleDescription<R extends DescribedRuleId = DescribedRuleId> {
  readonly id: R;
  /** Why it is worth a finding, in one paragraph. */
  readonly reason: string;
  /** A part of a questionnaire that it finds fault with: keys of the top, or a list of questions; or a whole one. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
}
